// SPDX-License-Identifier: GPL-2.0 OR MIT
#include <linux/module.h>

static int *demo_pointer;

static int __init demo_init(void)
{
	return READ_ONCE(*READ_ONCE(demo_pointer));
}

static void __exit demo_exit(void)
{
}

module_init(demo_init);
module_exit(demo_exit);
MODULE_DESCRIPTION("Reproduces a message");
MODULE_LICENSE("GPL");
