// SPDX-License-Identifier: GPL-2.0 OR MIT
#include <linux/module.h>
#include <linux/proc_fs.h>
#include <linux/seq_file.h>

static int demo_show(struct seq_file *seq, void *unused)
{
	return 0;
}

static struct proc_dir_entry *demo_entry;

static int __init demo_init(void)
{
	demo_entry = proc_create_single("version", 0444, NULL, demo_show);
	return demo_entry ? 0 : -ENOMEM;
}

static void __exit demo_exit(void)
{
	proc_remove(demo_entry);
}

module_init(demo_init);
module_exit(demo_exit);
MODULE_DESCRIPTION("Reproduces a message");
MODULE_LICENSE("GPL");
