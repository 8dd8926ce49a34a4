// SPDX-License-Identifier: GPL-2.0 OR MIT
#include <linux/module.h>

static const int demo_value = 1;

static int __init demo_init(void)
{
	demo_value = 0;
	return demo_value;
}

static void __exit demo_exit(void)
{
}

module_init(demo_init);
module_exit(demo_exit);
MODULE_DESCRIPTION("Reproduces a message");
MODULE_LICENSE("GPL");
