// SPDX-License-Identifier: GPL-2.0 OR MIT

#define pr_fmt(fmt) KBUILD_MODNAME ": " fmt

#include <linux/init.h>
#include <linux/module.h>
#include <linux/moduleparam.h>
#include <linux/rculist.h>
#include <linux/rcupdate.h>
#include <linux/slab.h>
#include <linux/spinlock.h>

struct item {
	struct list_head list;
	int key;
	struct rcu_head rcu;
};

static LIST_HEAD(items);
static DEFINE_SPINLOCK(items_lock);	/* for those who change the list */

static int add_item(int key)
{
	struct item *item = kmalloc(sizeof(*item), GFP_KERNEL);

	if (!item)
		return -ENOMEM;
	/* Fill it first: readers may see it from list_add on. */
	item->key = key;
	spin_lock(&items_lock);
	list_add_tail_rcu(&item->list, &items);
	spin_unlock(&items_lock);
	return 0;
}

static int remove_item(int key)
{
	struct item *item;

	spin_lock(&items_lock);
	list_for_each_entry(item, &items, list) {
		if (item->key != key)
			continue;
		list_del_rcu(&item->list);
		spin_unlock(&items_lock);
		/* Freed when no reader can still stand on it. */
		kfree_rcu(item, rcu);
		return 0;
	}
	spin_unlock(&items_lock);
	return -ENOENT;
}

/* "5" adds 5, "-5" removes it. */
static int change_set(const char *text, const struct kernel_param *param)
{
	int key;
	int err = kstrtoint(text, 0, &key);

	if (err)
		return err;
	if (key == 0)
		return -EINVAL;
	return key > 0 ? add_item(key) : remove_item(-key);
}

/* The reader: no lock, but no sleep either between lock and unlock. */
static int change_get(char *buffer, const struct kernel_param *param)
{
	struct item *item;
	int length = 0;

	rcu_read_lock();
	list_for_each_entry_rcu(item, &items, list)
		length += scnprintf(buffer + length, PAGE_SIZE - length, "%d ", item->key);
	rcu_read_unlock();
	length += scnprintf(buffer + length, PAGE_SIZE - length, "\n");
	return length;
}

static const struct kernel_param_ops change_ops = {
	.set = change_set,
	.get = change_get,
};

module_param_cb(items, &change_ops, NULL, 0644);
MODULE_PARM_DESC(items, "Write a number to add it, its negative to remove it");

static int __init rculist_init(void)
{
	pr_info("ready\n");
	return 0;
}

static void __exit rculist_exit(void)
{
	struct item *item, *next;
	unsigned int left = 0;

	/* Nobody can read any more: the parameter's file is gone. */
	list_for_each_entry_safe(item, next, &items, list) {
		list_del(&item->list);
		kfree(item);
		left++;
	}
	pr_info("%u items left over\n", left);
}

module_init(rculist_init);
module_exit(rculist_exit);

MODULE_DESCRIPTION("A list that is read under RCU and changed under a spinlock");
MODULE_LICENSE("Dual MIT/GPL");
