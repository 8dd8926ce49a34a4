// SPDX-License-Identifier: GPL-2.0 OR MIT
#include <linux/module.h>
#include <linux/timer.h>

static struct timer_list demo_timer;

static void demo_expired(unsigned long data)
{
}

static int __init demo_init(void)
{
	timer_setup(&demo_timer, demo_expired, 0);
	return 0;
}

static void __exit demo_exit(void)
{
}

module_init(demo_init);
module_exit(demo_exit);
MODULE_DESCRIPTION("Reproduces a message");
MODULE_LICENSE("GPL");
