// SPDX-License-Identifier: GPL-2.0 OR MIT
#include <linux/module.h>
#include <linux/proc_fs.h>
#include <linux/seq_file.h>

static int demo_show(struct seq_file *seq, void *unused)
{
	seq_puts(seq, "demo\n");
	return 0;
}

static int __init demo_init(void)
{
	return proc_create_single("demo", 0444, NULL, demo_show) ? 0 : -ENOMEM;
}

static void __exit demo_exit(void)
{
}

module_init(demo_init);
module_exit(demo_exit);
MODULE_DESCRIPTION("Reproduces a message");
MODULE_LICENSE("GPL");
