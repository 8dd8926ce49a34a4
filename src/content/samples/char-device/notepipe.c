// SPDX-License-Identifier: GPL-2.0 OR MIT

#define pr_fmt(fmt) KBUILD_MODNAME ": " fmt

#include <linux/cdev.h>
#include <linux/device.h>
#include <linux/fs.h>
#include <linux/init.h>
#include <linux/kfifo.h>
#include <linux/module.h>
#include <linux/mutex.h>
#include <linux/poll.h>
#include <linux/uaccess.h>
#include <linux/wait.h>

#include "notepipe.h"

#define NOTEPIPE_BYTES	1024	/* kfifo wants a power of two */

static struct {
	struct mutex lock;		/* guards fifo */
	DECLARE_KFIFO(fifo, u8, NOTEPIPE_BYTES);
	wait_queue_head_t readers;
	wait_queue_head_t writers;
	struct fasync_struct *async;	/* who wants SIGIO */
	dev_t number;
	struct cdev cdev;
} notepipe;

static int notepipe_open(struct inode *inode, struct file *file)
{
	/* No position, and a blocked read() shall not hold up write(). */
	return stream_open(inode, file);
}

static ssize_t notepipe_read(struct file *file, char __user *buf,
			     size_t count, loff_t *ppos)
{
	unsigned int copied;
	int err;

	if (mutex_lock_interruptible(&notepipe.lock))
		return -ERESTARTSYS;
	/* Sleep without the lock, then look again: another reader may have been faster. */
	while (kfifo_is_empty(&notepipe.fifo)) {
		mutex_unlock(&notepipe.lock);
		if (file->f_flags & O_NONBLOCK)
			return -EAGAIN;
		if (wait_event_interruptible(notepipe.readers,
					     !kfifo_is_empty(&notepipe.fifo)))
			return -ERESTARTSYS;
		if (mutex_lock_interruptible(&notepipe.lock))
			return -ERESTARTSYS;
	}
	err = kfifo_to_user(&notepipe.fifo, buf, count, &copied);
	mutex_unlock(&notepipe.lock);
	if (err)
		return err;
	wake_up_interruptible(&notepipe.writers);
	return copied;
}

static ssize_t notepipe_write(struct file *file, const char __user *buf,
			      size_t count, loff_t *ppos)
{
	unsigned int copied;
	int err;

	if (mutex_lock_interruptible(&notepipe.lock))
		return -ERESTARTSYS;
	while (kfifo_is_full(&notepipe.fifo)) {
		mutex_unlock(&notepipe.lock);
		if (file->f_flags & O_NONBLOCK)
			return -EAGAIN;
		if (wait_event_interruptible(notepipe.writers,
					     !kfifo_is_full(&notepipe.fifo)))
			return -ERESTARTSYS;
		if (mutex_lock_interruptible(&notepipe.lock))
			return -ERESTARTSYS;
	}
	err = kfifo_from_user(&notepipe.fifo, buf, count, &copied);
	mutex_unlock(&notepipe.lock);
	if (err)
		return err;
	wake_up_interruptible(&notepipe.readers);
	kill_fasync(&notepipe.async, SIGIO, POLL_IN);
	/* May be less than asked for; a 0 here would make callers try for ever. */
	return copied;
}

static __poll_t notepipe_poll(struct file *file, poll_table *wait)
{
	__poll_t mask = 0;

	/* Does not sleep: it only says where to be woken. */
	poll_wait(file, &notepipe.readers, wait);
	poll_wait(file, &notepipe.writers, wait);
	mutex_lock(&notepipe.lock);
	if (!kfifo_is_empty(&notepipe.fifo))
		mask |= EPOLLIN | EPOLLRDNORM;
	if (!kfifo_is_full(&notepipe.fifo))
		mask |= EPOLLOUT | EPOLLWRNORM;
	mutex_unlock(&notepipe.lock);
	return mask;
}

static long notepipe_ioctl(struct file *file, unsigned int cmd, unsigned long arg)
{
	u32 fill;

	switch (cmd) {
	case NOTEPIPE_GET_FILL:
		mutex_lock(&notepipe.lock);
		fill = kfifo_len(&notepipe.fifo);
		mutex_unlock(&notepipe.lock);
		return put_user(fill, (u32 __user *)arg);
	case NOTEPIPE_CLEAR:
		if (!(file->f_mode & FMODE_WRITE))
			return -EBADF;
		mutex_lock(&notepipe.lock);
		kfifo_reset(&notepipe.fifo);
		mutex_unlock(&notepipe.lock);
		wake_up_interruptible(&notepipe.writers);
		return 0;
	default:
		return -ENOTTY;
	}
}

static int notepipe_fasync(int fd, struct file *file, int on)
{
	return fasync_helper(fd, file, on, &notepipe.async);
}

static int notepipe_release(struct inode *inode, struct file *file)
{
	/* The kernel takes a closed file off the list of fasync by itself. */
	return 0;
}

static const struct file_operations notepipe_fops = {
	.owner = THIS_MODULE,
	.open = notepipe_open,
	.read = notepipe_read,
	.write = notepipe_write,
	.poll = notepipe_poll,
	.unlocked_ioctl = notepipe_ioctl,
	.compat_ioctl = compat_ptr_ioctl,
	.fasync = notepipe_fasync,
	.release = notepipe_release,
};

/* Makes the kernel announce the device, so that /dev/notepipe appears. */
static struct class notepipe_class = {
	.name = "notepipe",
};

static int __init notepipe_init(void)
{
	struct device *device;
	int err;

	mutex_init(&notepipe.lock);
	INIT_KFIFO(notepipe.fifo);
	init_waitqueue_head(&notepipe.readers);
	init_waitqueue_head(&notepipe.writers);

	err = alloc_chrdev_region(&notepipe.number, 0, 1, "notepipe");
	if (err)
		return err;
	err = class_register(&notepipe_class);
	if (err)
		goto free_number;

	cdev_init(&notepipe.cdev, &notepipe_fops);
	notepipe.cdev.owner = THIS_MODULE;
	/* From here on programs may call us: all must be ready. */
	err = cdev_add(&notepipe.cdev, notepipe.number, 1);
	if (err)
		goto free_class;

	device = device_create(&notepipe_class, NULL, notepipe.number, NULL, "notepipe");
	if (IS_ERR(device)) {
		err = PTR_ERR(device);
		goto free_cdev;
	}
	pr_info("ready\n");
	return 0;

free_cdev:
	cdev_del(&notepipe.cdev);
free_class:
	class_unregister(&notepipe_class);
free_number:
	unregister_chrdev_region(notepipe.number, 1);
	return err;
}

static void __exit notepipe_exit(void)
{
	device_destroy(&notepipe_class, notepipe.number);
	cdev_del(&notepipe.cdev);
	class_unregister(&notepipe_class);
	unregister_chrdev_region(notepipe.number, 1);
	pr_info("gone\n");
}

module_init(notepipe_init);
module_exit(notepipe_exit);

MODULE_DESCRIPTION("A character device like a pipe, with ioctl, poll and fasync");
MODULE_LICENSE("Dual MIT/GPL");
