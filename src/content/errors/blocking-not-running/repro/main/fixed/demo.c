// SPDX-License-Identifier: GPL-2.0 OR MIT
#include <linux/module.h>
#include <linux/mutex.h>
#include <linux/sched.h>
#include <linux/wait.h>

static DEFINE_MUTEX(demo_mutex);
static DECLARE_WAIT_QUEUE_HEAD(demo_queue);
static int demo_tries;

static bool demo_ready(void)
{
	bool ready;

	mutex_lock(&demo_mutex);
	ready = ++demo_tries > 2;
	mutex_unlock(&demo_mutex);
	return ready;
}

static int __init demo_init(void)
{
	DEFINE_WAIT_FUNC(wait, woken_wake_function);

	add_wait_queue(&demo_queue, &wait);
	while (!demo_ready())
		wait_woken(&wait, TASK_INTERRUPTIBLE, HZ / 10);
	remove_wait_queue(&demo_queue, &wait);
	return 0;
}

static void __exit demo_exit(void)
{
}

module_init(demo_init);
module_exit(demo_exit);
MODULE_DESCRIPTION("Reproduces a message");
MODULE_LICENSE("GPL");
