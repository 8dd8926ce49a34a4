// SPDX-License-Identifier: GPL-2.0 OR MIT

#define pr_fmt(fmt) KBUILD_MODNAME ": " fmt

#include <linux/init.h>
#include <linux/kobject.h>
#include <linux/module.h>
#include <linux/mutex.h>
#include <linux/sysfs.h>

static struct kobject *tempo_kobj;
static DEFINE_MUTEX(tempo_lock);	/* guards beats_per_minute */
static unsigned int beats_per_minute = 60;

static ssize_t bpm_show(struct kobject *kobj, struct kobj_attribute *attr, char *buf)
{
	ssize_t length;

	mutex_lock(&tempo_lock);
	length = sysfs_emit(buf, "%u\n", beats_per_minute);
	mutex_unlock(&tempo_lock);
	return length;
}

static ssize_t bpm_store(struct kobject *kobj, struct kobj_attribute *attr,
			 const char *buf, size_t count)
{
	unsigned int value;
	int err = kstrtouint(buf, 10, &value);

	if (err)
		return err;
	if (value < 20 || value > 300)
		return -ERANGE;

	mutex_lock(&tempo_lock);
	beats_per_minute = value;
	mutex_unlock(&tempo_lock);

	/* Wakes programs that poll() the file that depends on this one. */
	sysfs_notify(kobj, NULL, "period_ms");
	return count;
}

static struct kobj_attribute bpm_attribute = __ATTR_RW(bpm);

static ssize_t period_ms_show(struct kobject *kobj, struct kobj_attribute *attr, char *buf)
{
	ssize_t length;

	mutex_lock(&tempo_lock);
	length = sysfs_emit(buf, "%u\n", 60000 / beats_per_minute);
	mutex_unlock(&tempo_lock);
	return length;
}

static struct kobj_attribute period_ms_attribute = __ATTR_RO(period_ms);

static struct attribute *tempo_attrs[] = {
	&bpm_attribute.attr,
	&period_ms_attribute.attr,
	NULL,
};

static const struct attribute_group tempo_group = {
	.attrs = tempo_attrs,
};

static int __init tempo_init(void)
{
	int err;

	tempo_kobj = kobject_create_and_add("tempo", kernel_kobj);
	if (!tempo_kobj)
		return -ENOMEM;
	err = sysfs_create_group(tempo_kobj, &tempo_group);
	if (err) {
		kobject_put(tempo_kobj);
		return err;
	}
	pr_info("ready\n");
	return 0;
}

static void __exit tempo_exit(void)
{
	/* The last reference: removes the directory and its files. */
	kobject_put(tempo_kobj);
	pr_info("%u beats per minute\n", beats_per_minute);
}

module_init(tempo_init);
module_exit(tempo_exit);

MODULE_DESCRIPTION("A directory under /sys/kernel with two attributes");
MODULE_LICENSE("Dual MIT/GPL");
