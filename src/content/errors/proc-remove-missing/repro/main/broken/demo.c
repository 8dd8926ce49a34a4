// SPDX-License-Identifier: GPL-2.0 OR MIT
#include <linux/module.h>
#include <linux/proc_fs.h>
#include <linux/seq_file.h>

static int demo_show(struct seq_file *seq, void *unused)
{
	return 0;
}

static int __init demo_init(void)
{
	struct proc_dir_entry *dir = proc_mkdir("demo", NULL);

	return dir && proc_create_single("file", 0444, dir, demo_show) ? 0 : -ENOMEM;
}

static void __exit demo_exit(void)
{
	remove_proc_entry("demo", NULL);
}

module_init(demo_init);
module_exit(demo_exit);
MODULE_DESCRIPTION("Reproduces a message");
MODULE_LICENSE("GPL");
