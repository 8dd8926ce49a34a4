// SPDX-License-Identifier: GPL-2.0 OR MIT
#include <linux/module.h>
#include <linux/ioport.h>

static int __init demo_init(void)
{
	return request_region(0x300, 8, "demo") ? 0 : -EBUSY;
}

static void __exit demo_exit(void)
{
	release_region(0x300, 16);
	release_region(0x300, 8);
}

module_init(demo_init);
module_exit(demo_exit);
MODULE_DESCRIPTION("Reproduces a message");
MODULE_LICENSE("GPL");
