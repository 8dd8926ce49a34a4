// SPDX-License-Identifier: GPL-2.0 OR MIT
#include <linux/module.h>
#include <linux/ioport.h>

#define DEMO_PORT 0x3f8
#define DEMO_PORTS 8

static int __init demo_init(void)
{
	if (!request_region(DEMO_PORT, DEMO_PORTS, "demo"))
		return -EBUSY;
	release_region(DEMO_PORT, DEMO_PORTS);
	return 0;
}

static void __exit demo_exit(void)
{
}

module_init(demo_init);
module_exit(demo_exit);
MODULE_DESCRIPTION("Reproduces a message");
MODULE_LICENSE("GPL");
