// SPDX-License-Identifier: GPL-2.0 OR MIT

#define pr_fmt(fmt) KBUILD_MODNAME ": " fmt

#include <linux/delay.h>
#include <linux/init.h>
#include <linux/ktime.h>
#include <linux/module.h>

#define ROUNDS	10

/* Stands for what is to be measured. */
static void workload(void)
{
	msleep(20);
}

/* Once: the difference of two readings of a clock that never jumps. */
static s64 measure_once_ns(void)
{
	ktime_t start = ktime_get();

	workload();
	return ktime_to_ns(ktime_sub(ktime_get(), start));
}

/* Accumulated: one sum over many rounds, printed at the end and not each time. */
static s64 measure_sum_ms(unsigned int rounds)
{
	ktime_t sum = 0;

	while (rounds--) {
		ktime_t start = ktime_get();

		workload();
		sum = ktime_add(sum, ktime_sub(ktime_get(), start));
	}
	return ktime_to_ms(sum);
}

static s64 once_ns, sum_ms;

static int __init stopwatch_init(void)
{
	once_ns = measure_once_ns();
	sum_ms = measure_sum_ms(ROUNDS);
	pr_info("once %lld ns, %d rounds %lld ms\n", once_ns, ROUNDS, sum_ms);
	if (once_ns >= 20 * NSEC_PER_MSEC && sum_ms >= 20 * ROUNDS)
		pr_info("no sleep was shorter than asked for\n");
	return 0;
}

static void __exit stopwatch_exit(void)
{
	pr_info("stopped\n");
}

module_init(stopwatch_init);
module_exit(stopwatch_exit);

MODULE_DESCRIPTION("Measuring how long something takes, once and in sum");
MODULE_LICENSE("Dual MIT/GPL");
