// SPDX-License-Identifier: GPL-2.0 OR MIT
#include <linux/module.h>
#include <linux/slab.h>
#include <linux/spinlock.h>

struct demo {
	spinlock_t lock;
	int count;
};

static struct demo *demo;

static int __init demo_init(void)
{
	demo = kzalloc(sizeof(*demo), GFP_KERNEL);
	if (!demo)
		return -ENOMEM;
	spin_lock_init(&demo->lock);
	spin_lock(&demo->lock);
	demo->count++;
	spin_unlock(&demo->lock);
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
