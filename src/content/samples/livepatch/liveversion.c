// SPDX-License-Identifier: GPL-2.0 OR MIT

#define pr_fmt(fmt) KBUILD_MODNAME ": " fmt

#include <linux/init.h>
#include <linux/livepatch.h>
#include <linux/module.h>
#include <linux/seq_file.h>

/* Takes the place of the function behind /proc/version; the old one stays in memory. */
static int live_version_proc_show(struct seq_file *seq, void *unused)
{
	seq_puts(seq, "This kernel is live patched\n");
	return 0;
}

static struct klp_func funcs[] = {
	{
		.old_name = "version_proc_show",
		.new_func = live_version_proc_show,
	},
	{ }
};

/* Without a name: the function is in vmlinux and not in a module. */
static struct klp_object objects[] = {
	{ .funcs = funcs },
	{ }
};

static struct klp_patch patch = {
	.mod = THIS_MODULE,
	.objs = objects,
};

static int __init liveversion_init(void)
{
	return klp_enable_patch(&patch);
}

/* Nothing to do: the module can go only when the patch is disabled and no task uses it. */
static void __exit liveversion_exit(void)
{
}

module_init(liveversion_init);
module_exit(liveversion_exit);

MODULE_DESCRIPTION("Replaces a function of the running kernel");
MODULE_LICENSE("Dual MIT/GPL");
MODULE_INFO(livepatch, "Y");
