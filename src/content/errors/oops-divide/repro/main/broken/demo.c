// SPDX-License-Identifier: GPL-2.0 OR MIT
#include <linux/module.h>
#include <linux/moduleparam.h>
#include <linux/printk.h>

static int demo_parts;
module_param_named(parts, demo_parts, int, 0444);
MODULE_PARM_DESC(parts, "In how many parts");

static int __init demo_init(void)
{
	pr_info("%d each\n", 100 / demo_parts);
	return 0;
}

static void __exit demo_exit(void)
{
}

module_init(demo_init);
module_exit(demo_exit);
MODULE_DESCRIPTION("Reproduces a message");
MODULE_LICENSE("GPL");
