// SPDX-License-Identifier: GPL-2.0 OR MIT

#define pr_fmt(fmt) KBUILD_MODNAME ": " fmt

#include <linux/atomic.h>
#include <linux/delay.h>
#include <linux/init.h>
#include <linux/module.h>
#include <linux/moduleparam.h>
#include <linux/slab.h>
#include <linux/workqueue.h>

struct chore {
	struct work_struct work;
	int number;
};

static struct workqueue_struct *queue;
static atomic_t done = ATOMIC_INIT(0);

static void heartbeat(struct work_struct *work);
static DECLARE_DELAYED_WORK(heartbeat_work, heartbeat);
static uint beats;
module_param(beats, uint, 0444);
MODULE_PARM_DESC(beats, "How often the delayed work ran");

/* Runs in a kernel thread: may sleep. */
static void do_chore(struct work_struct *work)
{
	struct chore *chore = container_of(work, struct chore, work);

	msleep(10);
	pr_info("chore %d\n", chore->number);
	atomic_inc(&done);
	kfree(chore);
}

static void heartbeat(struct work_struct *work)
{
	beats++;
	/* Again in a tenth of a second. */
	queue_delayed_work(queue, &heartbeat_work, HZ / 10);
}

/* Writing a number queues one chore and returns at once. */
static int chore_set(const char *text, const struct kernel_param *param)
{
	struct chore *chore;
	int number;
	int err = kstrtoint(text, 0, &number);

	if (err)
		return err;
	if (!queue)
		return -ENXIO;		/* given at load time, before init ran */
	chore = kmalloc(sizeof(*chore), GFP_KERNEL);
	if (!chore)
		return -ENOMEM;
	INIT_WORK(&chore->work, do_chore);
	chore->number = number;
	queue_work(queue, &chore->work);
	return 0;
}

static const struct kernel_param_ops chore_ops = {
	.set = chore_set,
};

module_param_cb(chore, &chore_ops, NULL, 0200);
MODULE_PARM_DESC(chore, "Write a number to queue a chore");

static int __init chores_init(void)
{
	/* One at a time, in the order in which they came. */
	queue = alloc_ordered_workqueue("chores", 0);
	if (!queue)
		return -ENOMEM;
	queue_delayed_work(queue, &heartbeat_work, HZ / 10);
	pr_info("ready\n");
	return 0;
}

static void __exit chores_exit(void)
{
	/* Stops it even though it queues itself. */
	cancel_delayed_work_sync(&heartbeat_work);
	/* Waits for what is still queued. */
	destroy_workqueue(queue);
	pr_info("%d chores done\n", atomic_read(&done));
}

module_init(chores_init);
module_exit(chores_exit);

MODULE_DESCRIPTION("Work that is done later, in order, in a thread of the kernel");
MODULE_LICENSE("Dual MIT/GPL");
