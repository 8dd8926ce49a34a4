// SPDX-License-Identifier: GPL-2.0 OR MIT
#include <linux/module.h>
#include <linux/blkdev.h>
#include <linux/spinlock.h>

static DEFINE_SPINLOCK(demo_lock);
static struct request_queue *demo_queue;

static void demo_request(struct request_queue *queue)
{
}

static int __init demo_init(void)
{
	demo_queue = blk_init_queue(demo_request, &demo_lock);
	return demo_queue ? 0 : -ENOMEM;
}

static void __exit demo_exit(void)
{
}

module_init(demo_init);
module_exit(demo_exit);
MODULE_DESCRIPTION("Reproduces a message");
MODULE_LICENSE("GPL");
