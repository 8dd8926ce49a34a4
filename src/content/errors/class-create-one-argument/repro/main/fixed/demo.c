// SPDX-License-Identifier: GPL-2.0 OR MIT
#include <linux/module.h>
#include <linux/device.h>
#include <linux/err.h>

static struct class *demo_class;

static int __init demo_init(void)
{
	demo_class = class_create("demo");
	return PTR_ERR_OR_ZERO(demo_class);
}

static void __exit demo_exit(void)
{
}

module_init(demo_init);
module_exit(demo_exit);
MODULE_DESCRIPTION("Reproduces a message");
MODULE_LICENSE("GPL");
