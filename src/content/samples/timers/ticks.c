// SPDX-License-Identifier: GPL-2.0 OR MIT

#define pr_fmt(fmt) KBUILD_MODNAME ": " fmt

#include <linux/container_of.h>
#include <linux/hrtimer.h>
#include <linux/init.h>
#include <linux/jiffies.h>
#include <linux/ktime.h>
#include <linux/module.h>
#include <linux/timer.h>

static struct {
	struct timer_list coarse;	/* in jiffies, for time-outs */
	struct hrtimer fine;		/* in nanoseconds, for pace */
} ticks;

static uint coarse_ms = 100;
module_param(coarse_ms, uint, 0444);
MODULE_PARM_DESC(coarse_ms, "Period of the timer");

static uint fine_us = 20000;
module_param(fine_us, uint, 0444);
MODULE_PARM_DESC(fine_us, "Period of the high resolution timer");

static uint coarse_count, fine_count;
module_param(coarse_count, uint, 0444);
module_param(fine_count, uint, 0444);

static ktime_t fine_period(void)
{
	return ns_to_ktime((u64)fine_us * NSEC_PER_USEC);
}

/* Runs as a soft interrupt: no sleeping, no mutex. */
static void coarse_expired(struct timer_list *timer)
{
	coarse_count++;
	/* Goes off once; whoever wants a period winds it up again. */
	mod_timer(timer, jiffies + msecs_to_jiffies(coarse_ms));
}

/* Runs as a hard interrupt. */
static enum hrtimer_restart fine_expired(struct hrtimer *timer)
{
	/* More than one when periods were missed. */
	fine_count += hrtimer_forward_now(timer, fine_period());
	return HRTIMER_RESTART;
}

static int __init ticks_init(void)
{
	if (coarse_ms == 0 || fine_us == 0)
		return -EINVAL;

	timer_setup(&ticks.coarse, coarse_expired, 0);
	mod_timer(&ticks.coarse, jiffies + msecs_to_jiffies(coarse_ms));

	hrtimer_init(&ticks.fine, CLOCK_MONOTONIC, HRTIMER_MODE_REL);
	ticks.fine.function = fine_expired;
	hrtimer_start(&ticks.fine, fine_period(), HRTIMER_MODE_REL);
	pr_info("ready\n");
	return 0;
}

static void __exit ticks_exit(void)
{
	hrtimer_cancel(&ticks.fine);
	/* Waits for a callback that runs and forbids it to wind up the timer again. */
	timer_shutdown_sync(&ticks.coarse);
	pr_info("stopped\n");
}

module_init(ticks_init);
module_exit(ticks_exit);

MODULE_DESCRIPTION("A timer in jiffies and one in nanoseconds");
MODULE_LICENSE("Dual MIT/GPL");
