// SPDX-License-Identifier: GPL-2.0 OR MIT
#include <linux/module.h>
#include <linux/list.h>
#include <linux/slab.h>

struct demo {
	struct list_head list;
};

static LIST_HEAD(demo_list);

static int __init demo_init(void)
{
	struct demo *demo = kzalloc(sizeof(*demo), GFP_KERNEL);
	int ret;

	if (!demo)
		return -ENOMEM;
	list_add(&demo->list, &demo_list);
	list_del(&demo->list);
	ret = list_empty(demo->list.next) ? 0 : -EBUSY;
	kfree(demo);
	return ret;
}

static void __exit demo_exit(void)
{
}

module_init(demo_init);
module_exit(demo_exit);
MODULE_DESCRIPTION("Reproduces a message");
MODULE_LICENSE("GPL");
