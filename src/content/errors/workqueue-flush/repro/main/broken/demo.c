// SPDX-License-Identifier: GPL-2.0 OR MIT
#include <linux/module.h>
#include <linux/workqueue.h>

static struct workqueue_struct *demo_outer, *demo_inner;

static void demo_inner_run(struct work_struct *work)
{
}

static DECLARE_WORK(demo_inner_work, demo_inner_run);

static void demo_outer_run(struct work_struct *work)
{
	queue_work(demo_inner, &demo_inner_work);
	flush_work(&demo_inner_work);
}

static DECLARE_WORK(demo_outer_work, demo_outer_run);

static int __init demo_init(void)
{
	demo_outer = alloc_workqueue("demo_outer", WQ_MEM_RECLAIM, 0);
	demo_inner = alloc_workqueue("demo_inner", 0, 0);
	if (!demo_outer || !demo_inner)
		return -ENOMEM;
	queue_work(demo_outer, &demo_outer_work);
	return 0;
}

static void __exit demo_exit(void)
{
	destroy_workqueue(demo_outer);
	destroy_workqueue(demo_inner);
}

module_init(demo_init);
module_exit(demo_exit);
MODULE_DESCRIPTION("Reproduces a message");
MODULE_LICENSE("GPL");
