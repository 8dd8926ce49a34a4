// SPDX-License-Identifier: GPL-2.0 OR MIT

#define pr_fmt(fmt) KBUILD_MODNAME ": " fmt

#include <linux/init.h>
#include <linux/module.h>
#include <linux/printk.h>

/* Runs once, in the process that called insmod. Anything but 0 undoes the load. */
static int __init hello_init(void)
{
	pr_info("loaded\n");
	return 0;
}

/* Runs once, on rmmod. A module without it can never be unloaded. */
static void __exit hello_exit(void)
{
	pr_info("unloaded\n");
}

module_init(hello_init);
module_exit(hello_exit);

MODULE_DESCRIPTION("The smallest module that can be loaded and unloaded");
MODULE_LICENSE("Dual MIT/GPL");
