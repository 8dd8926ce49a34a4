// SPDX-License-Identifier: GPL-2.0 OR MIT

#define pr_fmt(fmt) KBUILD_MODNAME ": " fmt

#include <linux/atomic.h>
#include <linux/delay.h>
#include <linux/init.h>
#include <linux/kthread.h>
#include <linux/module.h>
#include <linux/mutex.h>
#include <linux/rwsem.h>
#include <linux/spinlock.h>

#define THREADS	4
#define ROUNDS	5000

/* May sleep while held: for long work and for calls that may sleep. */
static DEFINE_MUTEX(counter_mutex);
static unsigned int by_mutex;

/* Must not sleep while held: short, and the only choice outside of a process. */
static DEFINE_SPINLOCK(counter_spinlock);
static unsigned int by_spinlock;

/* Many readers or one writer, may sleep. */
static DECLARE_RWSEM(pair_rwsem);
static unsigned int pair_a, pair_b;
static atomic_t torn = ATOMIC_INIT(0);

/* For one number no lock is needed at all. */
static atomic_t by_atomic = ATOMIC_INIT(0);

static struct task_struct *threads[THREADS];

static int locking_thread(void *arg)
{
	unsigned int i;
	unsigned long flags;

	for (i = 0; i < ROUNDS; i++) {
		mutex_lock(&counter_mutex);
		by_mutex++;
		mutex_unlock(&counter_mutex);

		/* _irqsave also keeps an interrupt on this CPU from wanting the lock that we hold. */
		spin_lock_irqsave(&counter_spinlock, flags);
		by_spinlock++;
		spin_unlock_irqrestore(&counter_spinlock, flags);

		atomic_inc(&by_atomic);

		if (i % 100 == 0) {
			down_write(&pair_rwsem);
			pair_a++;
			pair_b++;
			/* Let readers in, but no other writer. */
			downgrade_write(&pair_rwsem);
			if (pair_a != pair_b)
				atomic_inc(&torn);
			up_read(&pair_rwsem);
		} else {
			down_read(&pair_rwsem);
			if (pair_a != pair_b)
				atomic_inc(&torn);
			up_read(&pair_rwsem);
		}
		cond_resched();
	}

	while (!kthread_should_stop())
		msleep_interruptible(20);
	return 0;
}

static void stop_threads(void)
{
	int i;

	for (i = 0; i < THREADS; i++)
		if (!IS_ERR_OR_NULL(threads[i]))
			kthread_stop(threads[i]);
}

static int __init locking_init(void)
{
	int i;

	for (i = 0; i < THREADS; i++) {
		threads[i] = kthread_run(locking_thread, NULL, "locking/%d", i);
		if (IS_ERR(threads[i])) {
			int err = PTR_ERR(threads[i]);

			stop_threads();
			return err;
		}
	}
	return 0;
}

static void __exit locking_exit(void)
{
	/* A thread sees the wish to stop only after its rounds. */
	stop_threads();
	pr_info("mutex %u, spinlock %u, atomic %d, torn %d\n", by_mutex,
		by_spinlock, atomic_read(&by_atomic), atomic_read(&torn));
}

module_init(locking_init);
module_exit(locking_exit);

MODULE_DESCRIPTION("Mutex, spinlock, reader-writer semaphore and atomic counter");
MODULE_LICENSE("Dual MIT/GPL");
