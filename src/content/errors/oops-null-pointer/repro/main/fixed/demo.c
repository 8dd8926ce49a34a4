// SPDX-License-Identifier: GPL-2.0 OR MIT
#include <linux/module.h>
#include <linux/moduleparam.h>
#include <linux/string.h>
#include <linux/printk.h>

struct demo {
	int number;
};

static char *demo_name = "none";
module_param_named(name, demo_name, charp, 0444);
MODULE_PARM_DESC(name, "What to look for");

static struct demo demo_known = { .number = 1 };

static noinline struct demo *demo_find(const char *name)
{
	return strcmp(name, "known") ? NULL : &demo_known;
}

static int __init demo_init(void)
{
	struct demo *demo = demo_find(demo_name);

	if (demo)
		pr_info("number %d\n", demo->number);
	return 0;
}

static void __exit demo_exit(void)
{
}

module_init(demo_init);
module_exit(demo_exit);
MODULE_DESCRIPTION("Reproduces a message");
MODULE_LICENSE("GPL");
