// SPDX-License-Identifier: GPL-2.0 OR MIT
#include <linux/module.h>
#include <linux/fs.h>
#include <linux/proc_fs.h>

static int demo_open(struct inode *inode, struct file *file)
{
	return 0;
}

static const struct file_operations demo_ops = {
	.open = demo_open,
};

static int __init demo_init(void)
{
	return proc_create("demo", 0444, NULL, &demo_ops) ? 0 : -ENOMEM;
}

static void __exit demo_exit(void)
{
}

module_init(demo_init);
module_exit(demo_exit);
MODULE_DESCRIPTION("Reproduces a message");
MODULE_LICENSE("GPL");
