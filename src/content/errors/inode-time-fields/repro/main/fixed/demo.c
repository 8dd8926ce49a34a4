// SPDX-License-Identifier: GPL-2.0 OR MIT
#include <linux/module.h>
#include <linux/fs.h>

static noinline void demo_touch(struct inode *inode)
{
	inode_set_mtime_to_ts(inode, current_time(inode));
}

static int __init demo_init(void)
{
	demo_touch(file_inode(current->mm->exe_file));
	return 0;
}

static void __exit demo_exit(void)
{
}

module_init(demo_init);
module_exit(demo_exit);
MODULE_DESCRIPTION("Reproduces a message");
MODULE_LICENSE("GPL");
