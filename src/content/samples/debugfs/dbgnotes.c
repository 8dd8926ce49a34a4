// SPDX-License-Identifier: GPL-2.0 OR MIT

#define pr_fmt(fmt) KBUILD_MODNAME ": " fmt

#include <linux/debugfs.h>
#include <linux/init.h>
#include <linux/module.h>
#include <linux/seq_file.h>

static struct dentry *dir;
static u32 level = 3;
static bool traced;
static u64 limit = 10;

/* A number with a check: get and set instead of a bare variable. */
static int limit_get(void *data, u64 *value)
{
	*value = limit;
	return 0;
}

static int limit_set(void *data, u64 value)
{
	if (value == 0)
		return -EINVAL;
	limit = value;
	return 0;
}

DEFINE_DEBUGFS_ATTRIBUTE(limit_fops, limit_get, limit_set, "%llu\n");

/* Several lines: the macro makes status_fops out of status_show. */
static int status_show(struct seq_file *seq, void *unused)
{
	seq_printf(seq, "level %u\n", level);
	seq_printf(seq, "traced %s\n", traced ? "yes" : "no");
	seq_printf(seq, "limit %llu\n", limit);
	return 0;
}

DEFINE_SHOW_ATTRIBUTE(status);

static int __init dbgnotes_init(void)
{
	/* Results are not checked: a driver works as well without its debug files. */
	dir = debugfs_create_dir("dbgnotes", NULL);
	debugfs_create_u32("level", 0644, dir, &level);
	debugfs_create_bool("traced", 0644, dir, &traced);
	debugfs_create_file_unsafe("limit", 0644, dir, NULL, &limit_fops);
	debugfs_create_file("status", 0444, dir, NULL, &status_fops);
	pr_info("ready\n");
	return 0;
}

static void __exit dbgnotes_exit(void)
{
	debugfs_remove(dir);
	pr_info("level was %u\n", level);
}

module_init(dbgnotes_init);
module_exit(dbgnotes_exit);

MODULE_DESCRIPTION("Debug files: variables, a checked number and a report");
MODULE_LICENSE("Dual MIT/GPL");
