// SPDX-License-Identifier: GPL-2.0 OR MIT
#include <linux/module.h>
#include <linux/completion.h>
#include <linux/kthread.h>

static DECLARE_COMPLETION(demo_done);

static int demo_thread(void *arg)
{
	kthread_complete_and_exit(&demo_done, 0);
}

static int __init demo_init(void)
{
	return PTR_ERR_OR_ZERO(kthread_run(demo_thread, NULL, "demo"));
}

static void __exit demo_exit(void)
{
}

module_init(demo_init);
module_exit(demo_exit);
MODULE_DESCRIPTION("Reproduces a message");
MODULE_LICENSE("GPL");
