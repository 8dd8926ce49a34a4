// SPDX-License-Identifier: GPL-2.0 OR MIT

#define pr_fmt(fmt) KBUILD_MODNAME ": " fmt

#include <linux/init.h>
#include <linux/module.h>
#include <linux/printk.h>

#include "angler.h"

static unsigned int weight_g = 900;
module_param(weight_g, uint, 0444);
MODULE_PARM_DESC(weight_g, "Weight of the fish in grams");

static int __init angler_init(void)
{
	unsigned int length_cm = angler_length_cm(weight_g);

	pr_info("%u g, %u cm\n", weight_g, length_cm);
	angler_tell(length_cm);
	return 0;
}

static void __exit angler_exit(void)
{
	pr_info("gone home\n");
}

module_init(angler_init);
module_exit(angler_exit);

MODULE_DESCRIPTION("A module linked from several files, one of them optional");
MODULE_LICENSE("Dual MIT/GPL");
