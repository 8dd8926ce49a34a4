// SPDX-License-Identifier: GPL-2.0 OR MIT

#define pr_fmt(fmt) KBUILD_MODNAME ": " fmt

#include <linux/delay.h>
#include <linux/err.h>
#include <linux/init.h>
#include <linux/kfifo.h>
#include <linux/kthread.h>
#include <linux/module.h>

#define NUMBERS	100

/* Sixteen places for an int each; the size must be a power of two. */
static DEFINE_KFIFO(fifo, int, 16);

static struct task_struct *producer;
static int sum;
module_param(sum, int, 0444);
MODULE_PARM_DESC(sum, "Of all numbers that were taken out");

/* One who puts and one who takes need no lock between them. */
static int producer_thread(void *unused)
{
	int number = 0;

	while (!kthread_should_stop()) {
		if (number < NUMBERS && kfifo_put(&fifo, number)) {
			number++;
			continue;
		}
		usleep_range(100, 200);
	}
	return 0;
}

static int __init fifosum_init(void)
{
	int number, taken = 0;
	int tries = 0;

	producer = kthread_run(producer_thread, NULL, "fifosum");
	if (IS_ERR(producer))
		return PTR_ERR(producer);
	while (taken < NUMBERS && tries++ < 10000) {
		if (kfifo_get(&fifo, &number)) {
			sum += number;
			taken++;
		} else {
			usleep_range(100, 200);
		}
	}
	pr_info("size %u, taken %d, sum %d\n", kfifo_size(&fifo), taken, sum);
	return 0;
}

static void __exit fifosum_exit(void)
{
	kthread_stop(producer);
	pr_info("left over %u\n", kfifo_len(&fifo));
}

module_init(fifosum_init);
module_exit(fifosum_exit);

MODULE_DESCRIPTION("A queue between one thread and another, without a lock");
MODULE_LICENSE("Dual MIT/GPL");
