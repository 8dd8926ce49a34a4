// SPDX-License-Identifier: GPL-2.0 OR MIT

#define pr_fmt(fmt) KBUILD_MODNAME ": " fmt

#include <linux/fs.h>
#include <linux/init.h>
#include <linux/jiffies.h>
#include <linux/miscdevice.h>
#include <linux/module.h>
#include <linux/spinlock.h>
#include <linux/uaccess.h>
#include <linux/wait.h>

#define PATIENCE_MS	10000

static DECLARE_WAIT_QUEUE_HEAD(waiters);
static DEFINE_SPINLOCK(rings_lock);	/* guards rings */
static unsigned int rings;

/* Looks and takes in one step, so that one ring serves one reader only. */
static bool take_ring(void)
{
	bool taken = false;

	spin_lock(&rings_lock);
	if (rings > 0) {
		rings--;
		taken = true;
	}
	spin_unlock(&rings_lock);
	return taken;
}

static ssize_t bell_read(struct file *file, char __user *buf, size_t count, loff_t *pos)
{
	static const char text[] = "ring\n";
	long left;

	/* The condition is looked at before sleeping and after each wake-up. */
	left = wait_event_interruptible_timeout(waiters, take_ring(),
						msecs_to_jiffies(PATIENCE_MS));
	if (left < 0)
		return left;		/* a signal came */
	if (left == 0)
		return -ETIMEDOUT;
	/* Without a position of its own each read() of a reader waits anew. */
	*pos = 0;
	return simple_read_from_buffer(buf, count, pos, text, sizeof(text) - 1);
}

static ssize_t bell_write(struct file *file, const char __user *buf, size_t count, loff_t *pos)
{
	spin_lock(&rings_lock);
	rings++;
	spin_unlock(&rings_lock);
	/* First make the condition true, then wake. */
	wake_up_interruptible(&waiters);
	return count;
}

static const struct file_operations bell_fops = {
	.owner = THIS_MODULE,
	.read = bell_read,
	.write = bell_write,
};

static struct miscdevice bell_device = {
	.minor = MISC_DYNAMIC_MINOR,
	.name = "bell",
	.fops = &bell_fops,
};

static int __init bell_init(void)
{
	int err = misc_register(&bell_device);

	if (!err)
		pr_info("ready\n");
	return err;
}

static void __exit bell_exit(void)
{
	misc_deregister(&bell_device);
	pr_info("%u rings nobody heard\n", rings);
}

module_init(bell_init);
module_exit(bell_exit);

MODULE_DESCRIPTION("Readers sleep until somebody writes, or until their patience ends");
MODULE_LICENSE("Dual MIT/GPL");
