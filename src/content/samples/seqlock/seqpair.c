// SPDX-License-Identifier: GPL-2.0 OR MIT

#define pr_fmt(fmt) KBUILD_MODNAME ": " fmt

#include <linux/delay.h>
#include <linux/init.h>
#include <linux/kthread.h>
#include <linux/module.h>
#include <linux/seqlock.h>

#define READS	20000

static DEFINE_SEQLOCK(pair_lock);
static u64 pair_a, pair_b;

static struct task_struct *writer;
static unsigned int reads, retries, torn;

static int writer_thread(void *unused)
{
	while (!kthread_should_stop()) {
		/* Writers exclude each other with the spinlock inside. */
		write_seqlock(&pair_lock);
		pair_a++;
		pair_b++;
		write_sequnlock(&pair_lock);
		usleep_range(20, 50);
	}
	return 0;
}

/* A reader writes nothing, not even a lock word; it looks again if a writer came between. */
static void read_pair(u64 *a, u64 *b)
{
	unsigned int seq;

	for (;;) {
		seq = read_seqbegin(&pair_lock);
		*a = pair_a;
		*b = pair_b;
		if (!read_seqretry(&pair_lock, seq))
			return;
		retries++;
	}
}

static int __init seqpair_init(void)
{
	u64 a, b;

	writer = kthread_run(writer_thread, NULL, "seqpair");
	if (IS_ERR(writer))
		return PTR_ERR(writer);
	for (reads = 0; reads < READS; reads++) {
		read_pair(&a, &b);
		if (a != b)
			torn++;
		if (reads % 1000 == 0)
			usleep_range(100, 200);
	}
	pr_info("%u reads, %u torn\n", reads, torn);
	pr_debug("%u retries\n", retries);
	return 0;
}

static void __exit seqpair_exit(void)
{
	kthread_stop(writer);
	pr_info("written: %s\n", pair_a > 0 && pair_a == pair_b ? "yes" : "no");
}

module_init(seqpair_init);
module_exit(seqpair_exit);

MODULE_DESCRIPTION("A pair of numbers that readers see whole without taking a lock");
MODULE_LICENSE("Dual MIT/GPL");
