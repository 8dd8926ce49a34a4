// SPDX-License-Identifier: GPL-2.0 OR MIT

#define pr_fmt(fmt) KBUILD_MODNAME ": " fmt

#include <linux/init.h>
#include <linux/list.h>
#include <linux/module.h>
#include <linux/mutex.h>
#include <linux/proc_fs.h>
#include <linux/seq_file.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <linux/uaccess.h>

#define MAX_BYTES	80

struct note {
	struct list_head list;
	unsigned int number;
	char text[];
};

static LIST_HEAD(notes);
static DEFINE_MUTEX(notes_lock);	/* guards notes and count */
static unsigned int count;

/* Called for the first read and again for each further buffer: *pos says how far we came. */
static void *notes_start(struct seq_file *seq, loff_t *pos)
{
	mutex_lock(&notes_lock);
	return seq_list_start(&notes, *pos);
}

static void *notes_next(struct seq_file *seq, void *entry, loff_t *pos)
{
	return seq_list_next(entry, &notes, pos);
}

/* Called after each start, also after one that returned NULL. */
static void notes_stop(struct seq_file *seq, void *entry)
{
	mutex_unlock(&notes_lock);
}

static int notes_show(struct seq_file *seq, void *entry)
{
	struct note *note = list_entry(entry, struct note, list);

	seq_printf(seq, "%u: %s\n", note->number, note->text);
	return 0;
}

static const struct seq_operations notes_seq_ops = {
	.start = notes_start,
	.next = notes_next,
	.stop = notes_stop,
	.show = notes_show,
};

static int notes_open(struct inode *inode, struct file *file)
{
	return seq_open(file, &notes_seq_ops);
}

/* Each write makes one note. */
static ssize_t notes_write(struct file *file, const char __user *buf,
			   size_t size, loff_t *pos)
{
	struct note *note;

	if (size > MAX_BYTES)
		return -E2BIG;
	note = kmalloc(struct_size(note, text, size + 1), GFP_KERNEL);
	if (!note)
		return -ENOMEM;
	if (copy_from_user(note->text, buf, size)) {
		kfree(note);
		return -EFAULT;
	}
	note->text[size] = '\0';
	strim(note->text);

	mutex_lock(&notes_lock);
	note->number = ++count;
	list_add_tail(&note->list, &notes);
	mutex_unlock(&notes_lock);
	return size;
}

static const struct proc_ops notes_proc_ops = {
	.proc_open = notes_open,
	.proc_read = seq_read,
	.proc_lseek = seq_lseek,
	.proc_write = notes_write,
	.proc_release = seq_release,
};

/* For a few lines that fit one buffer a single function is enough. */
static int count_show(struct seq_file *seq, void *unused)
{
	mutex_lock(&notes_lock);
	seq_printf(seq, "%u\n", count);
	mutex_unlock(&notes_lock);
	return 0;
}

static int __init seqnotes_init(void)
{
	struct proc_dir_entry *dir = proc_mkdir("seqnotes", NULL);

	if (!dir)
		return -ENOMEM;
	if (!proc_create("list", 0644, dir, &notes_proc_ops) ||
	    !proc_create_single("count", 0444, dir, count_show)) {
		proc_remove(dir);
		return -ENOMEM;
	}
	pr_info("ready\n");
	return 0;
}

static void __exit seqnotes_exit(void)
{
	struct note *note, *next;

	/* Waits for calls that are under way; afterwards nobody sees the list. */
	remove_proc_subtree("seqnotes", NULL);
	list_for_each_entry_safe(note, next, &notes, list) {
		list_del(&note->list);
		kfree(note);
	}
	pr_info("%u notes freed\n", count);
}

module_init(seqnotes_init);
module_exit(seqnotes_exit);

MODULE_DESCRIPTION("Files under /proc that are read through seq_file");
MODULE_LICENSE("Dual MIT/GPL");
