// SPDX-License-Identifier: GPL-2.0 OR MIT
#include <linux/module.h>
#include <linux/completion.h>
#include <linux/kthread.h>
#include <linux/sched.h>

static DECLARE_COMPLETION(demo_done);
static struct task_struct *demo_task;

static int demo_wait(void *unused)
{
	wait_for_completion(&demo_done);
	return 0;
}

static int __init demo_init(void)
{
	demo_task = kthread_run(demo_wait, NULL, "demo");
	return PTR_ERR_OR_ZERO(demo_task);
}

static void __exit demo_exit(void)
{
}

module_init(demo_init);
module_exit(demo_exit);
MODULE_DESCRIPTION("Reproduces a message");
MODULE_LICENSE("GPL");
