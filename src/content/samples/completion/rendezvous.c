// SPDX-License-Identifier: GPL-2.0 OR MIT

#define pr_fmt(fmt) KBUILD_MODNAME ": " fmt

#include <linux/completion.h>
#include <linux/init.h>
#include <linux/kthread.h>
#include <linux/module.h>
#include <linux/moduleparam.h>

static DECLARE_COMPLETION(go);		/* the worker waits for it */
static DECLARE_COMPLETION(done);	/* we wait for it */
static struct task_struct *worker;
static int answer;

static int rendezvous_worker(void *unused)
{
	/*
	 * Threads of the kernel ignore signals, so this waits once. It must not
	 * be left early: kthread_stop() wants a thread that is still there.
	 */
	while (wait_for_completion_interruptible(&go))
		;
	answer = 42;
	/* All that was written before complete() is seen by whoever waited. */
	complete(&done);

	/* A thread that somebody will stop must wait for it, or be gone before. */
	while (!kthread_should_stop()) {
		set_current_state(TASK_INTERRUPTIBLE);
		if (!kthread_should_stop())
			schedule();
		__set_current_state(TASK_RUNNING);
	}
	return 0;
}

/* Writing to the parameter "ask" starts the worker and waits for its answer. */
static int ask_set(const char *text, const struct kernel_param *param)
{
	unsigned long left;

	if (completion_done(&done))
		return -EALREADY;
	complete(&go);
	left = wait_for_completion_timeout(&done, msecs_to_jiffies(5000));
	if (!left)
		return -ETIMEDOUT;
	/* Leave it done: complete_all() lets every later waiter through at once. */
	complete_all(&done);
	pr_info("answer %d\n", answer);
	return 0;
}

static const struct kernel_param_ops ask_ops = {
	.set = ask_set,
};

module_param_cb(ask, &ask_ops, NULL, 0200);
MODULE_PARM_DESC(ask, "Write anything to ask the worker once");

module_param(answer, int, 0444);
MODULE_PARM_DESC(answer, "What the worker said");

static int __init rendezvous_init(void)
{
	worker = kthread_run(rendezvous_worker, NULL, "rendezvous");
	if (IS_ERR(worker))
		return PTR_ERR(worker);
	/*
	 * The last step of init that can fail is done, so nothing can return
	 * from here while the thread still runs our code.
	 */
	pr_info("ready\n");
	return 0;
}

static void __exit rendezvous_exit(void)
{
	/* Frees the worker if nobody ever asked. */
	complete(&go);
	kthread_stop(worker);
	pr_info("gone\n");
}

module_init(rendezvous_init);
module_exit(rendezvous_exit);

MODULE_DESCRIPTION("Two threads that meet through completions");
MODULE_LICENSE("Dual MIT/GPL");
