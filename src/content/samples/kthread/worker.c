// SPDX-License-Identifier: GPL-2.0 OR MIT

#define pr_fmt(fmt) KBUILD_MODNAME ": " fmt

#include <linux/init.h>
#include <linux/jiffies.h>
#include <linux/kthread.h>
#include <linux/module.h>
#include <linux/sched.h>
#include <linux/wait.h>

static struct task_struct *thread;
static DECLARE_WAIT_QUEUE_HEAD(jobs_wait);
static unsigned int jobs_wanted;

static uint jobs_done;
module_param(jobs_done, uint, 0444);
MODULE_PARM_DESC(jobs_done, "How many jobs the thread has done");

static int worker_thread(void *arg)
{
	const char *greeting = arg;

	pr_info("%s from %s\n", greeting, current->comm);
	for (;;) {
		wait_event_interruptible(jobs_wait, kthread_should_stop() ||
					 READ_ONCE(jobs_wanted) > jobs_done);
		if (kthread_should_stop())
			break;
		jobs_done++;
	}
	/* kthread_stop() hands this to its caller. */
	return jobs_done;
}

static int wanted_set(const char *text, const struct kernel_param *param)
{
	unsigned int value;
	int err = kstrtouint(text, 0, &value);

	if (err)
		return err;
	WRITE_ONCE(jobs_wanted, value);
	wake_up_interruptible(&jobs_wait);
	return 0;
}

static const struct kernel_param_ops wanted_ops = {
	.set = wanted_set,
	.get = param_get_uint,
};

module_param_cb(jobs_wanted, &wanted_ops, &jobs_wanted, 0644);
MODULE_PARM_DESC(jobs_wanted, "How many jobs the thread shall do in all");

static int __init worker_init(void)
{
	thread = kthread_run(worker_thread, "hello", "kn_worker");
	return PTR_ERR_OR_ZERO(thread);
}

static void __exit worker_exit(void)
{
	/* Sets the flag, wakes the thread and waits until it has returned. */
	int result = kthread_stop(thread);

	pr_info("thread returned %d\n", result);
}

module_init(worker_init);
module_exit(worker_exit);

MODULE_DESCRIPTION("A thread of the kernel that sleeps until there is a job");
MODULE_LICENSE("Dual MIT/GPL");
