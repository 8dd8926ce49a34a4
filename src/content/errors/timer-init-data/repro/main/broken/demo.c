// SPDX-License-Identifier: GPL-2.0 OR MIT
#include <linux/module.h>
#include <linux/timer.h>

static struct timer_list demo_timer;

static void demo_expired(struct timer_list *timer)
{
}

static int __init demo_init(void)
{
	init_timer(&demo_timer);
	demo_timer.function = demo_expired;
	demo_timer.data = 0;
	return 0;
}

static void __exit demo_exit(void)
{
}

module_init(demo_init);
module_exit(demo_exit);
MODULE_DESCRIPTION("Reproduces a message");
MODULE_LICENSE("GPL");
