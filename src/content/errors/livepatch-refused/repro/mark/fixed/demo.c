// SPDX-License-Identifier: GPL-2.0 OR MIT
#include <linux/livepatch.h>
#include <linux/module.h>
#include <linux/seq_file.h>

static int demo_show(struct seq_file *seq, void *unused)
{
	seq_puts(seq, "patched\n");
	return 0;
}

static struct klp_func demo_funcs[] = {
	{ .old_name = "version_proc_show", .new_func = demo_show },
	{ }
};

static struct klp_object demo_objects[] = {
	{ .funcs = demo_funcs },
	{ }
};

static struct klp_patch demo_patch = {
	.mod = THIS_MODULE,
	.objs = demo_objects,
};

static int __init demo_init(void)
{
	return klp_enable_patch(&demo_patch);
}

static void __exit demo_exit(void)
{
}

module_init(demo_init);
module_exit(demo_exit);
MODULE_DESCRIPTION("Reproduces a message");
MODULE_LICENSE("GPL");
MODULE_INFO(livepatch, "Y");
