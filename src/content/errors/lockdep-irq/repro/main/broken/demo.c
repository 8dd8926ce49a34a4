// SPDX-License-Identifier: GPL-2.0 OR MIT
#include <linux/module.h>
#include <linux/delay.h>
#include <linux/spinlock.h>
#include <linux/timer.h>

static DEFINE_SPINLOCK(demo_lock);
static int demo_count;

static void demo_tick(struct timer_list *unused)
{
	spin_lock(&demo_lock);
	demo_count++;
	spin_unlock(&demo_lock);
}

static DEFINE_TIMER(demo_timer, demo_tick);

static int __init demo_init(void)
{
	mod_timer(&demo_timer, jiffies + 1);
	msleep(50);
	spin_lock(&demo_lock);
	demo_count++;
	spin_unlock(&demo_lock);
	return 0;
}

static void __exit demo_exit(void)
{
	del_timer_sync(&demo_timer);
}

module_init(demo_init);
module_exit(demo_exit);
MODULE_DESCRIPTION("Reproduces a message");
MODULE_LICENSE("GPL");
