// SPDX-License-Identifier: GPL-2.0 OR MIT
#include <linux/module.h>
#include <linux/fs.h>
#include <linux/proc_fs.h>

static int demo_open(struct inode *inode, struct file *file)
{
	file->private_data = (void *)PDE_DATA(inode);
	return 0;
}

static const struct proc_ops demo_ops = {
	.proc_open = demo_open,
};

static int __init demo_init(void)
{
	return demo_ops.proc_open ? 0 : -EINVAL;
}

static void __exit demo_exit(void)
{
}

module_init(demo_init);
module_exit(demo_exit);
MODULE_DESCRIPTION("Reproduces a message");
MODULE_LICENSE("GPL");
