// SPDX-License-Identifier: GPL-2.0 OR MIT
#include <linux/module.h>
#include <linux/fs.h>
#include <linux/miscdevice.h>
#include <linux/uaccess.h>

static const char demo_text[8] = "hello";

static ssize_t demo_read(struct file *file, char __user *buf, size_t count, loff_t *pos)
{
	return copy_to_user(buf, demo_text, 16) ? -EFAULT : 8;
}

static const struct file_operations demo_fops = {
	.owner = THIS_MODULE,
	.read = demo_read,
};

static struct miscdevice demo_device = {
	.minor = MISC_DYNAMIC_MINOR,
	.name = "demo",
	.fops = &demo_fops,
};

static int __init demo_init(void)
{
	return misc_register(&demo_device);
}

static void __exit demo_exit(void)
{
	misc_deregister(&demo_device);
}

module_init(demo_init);
module_exit(demo_exit);
MODULE_DESCRIPTION("Reproduces a message");
MODULE_LICENSE("GPL");
