// SPDX-License-Identifier: GPL-2.0 OR MIT
#include <linux/module.h>

static const int demo_limit = 3;

static void demo_set(const int *limit, int value)
{
	*(volatile int *)limit = value;
}

static int __init demo_init(void)
{
	demo_set(&demo_limit, 4);
	pr_info("%d\n", demo_limit);
	return 0;
}

static void __exit demo_exit(void)
{
}

module_init(demo_init);
module_exit(demo_exit);
MODULE_DESCRIPTION("Reproduces a message");
MODULE_LICENSE("GPL");
