// SPDX-License-Identifier: GPL-2.0 OR MIT
#include <linux/module.h>
#include <linux/kobject.h>

static struct kobject *demo_first, *demo_second;

static int __init demo_init(void)
{
	demo_first = kobject_create_and_add("demo", kernel_kobj);
	demo_second = kobject_create_and_add("demo", kernel_kobj);
	return 0;
}

static void __exit demo_exit(void)
{
	kobject_put(demo_second);
	kobject_put(demo_first);
}

module_init(demo_init);
module_exit(demo_exit);
MODULE_DESCRIPTION("Reproduces a message");
MODULE_LICENSE("GPL");
