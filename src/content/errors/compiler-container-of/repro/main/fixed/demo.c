// SPDX-License-Identifier: GPL-2.0 OR MIT
#include <linux/module.h>
#include <linux/list.h>
#include <linux/kernel.h>

struct demo {
	int number;
	struct list_head list;
};

static struct demo demo;

static struct demo *demo_of(struct list_head *entry)
{
	return container_of(entry, struct demo, list);
}

static int __init demo_init(void)
{
	return demo_of(&demo.list) == &demo ? 0 : -EINVAL;
}

static void __exit demo_exit(void)
{
}

module_init(demo_init);
module_exit(demo_exit);
MODULE_DESCRIPTION("Reproduces a message");
MODULE_LICENSE("GPL");
