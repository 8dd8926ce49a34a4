// SPDX-License-Identifier: GPL-2.0 OR MIT
#include <linux/module.h>
#include <linux/slab.h>
#include <linux/spinlock.h>

static DEFINE_SPINLOCK(demo_lock);
static void *demo_block;

static int __init demo_init(void)
{
	spin_lock(&demo_lock);
	demo_block = kmalloc(64, GFP_ATOMIC);
	spin_unlock(&demo_lock);
	return demo_block ? 0 : -ENOMEM;
}

static void __exit demo_exit(void)
{
	kfree(demo_block);
}

module_init(demo_init);
module_exit(demo_exit);
MODULE_DESCRIPTION("Reproduces a message");
MODULE_LICENSE("GPL");
