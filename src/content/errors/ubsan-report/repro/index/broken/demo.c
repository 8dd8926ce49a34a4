// SPDX-License-Identifier: GPL-2.0 OR MIT
#include <linux/module.h>
#include <linux/slab.h>

struct demo {
	int count;
	int values[1];
};

static struct demo *demo;
static int demo_last = 3;
module_param_named(last, demo_last, int, 0444);
MODULE_PARM_DESC(last, "Index of the last value");

static int __init demo_init(void)
{
	demo = kzalloc(sizeof(*demo) + 4 * sizeof(int), GFP_KERNEL);
	if (!demo)
		return -ENOMEM;
	demo->values[demo_last] = 1;
	return 0;
}

static void __exit demo_exit(void)
{
	kfree(demo);
}

module_init(demo_init);
module_exit(demo_exit);
MODULE_DESCRIPTION("Reproduces a message");
MODULE_LICENSE("GPL");
