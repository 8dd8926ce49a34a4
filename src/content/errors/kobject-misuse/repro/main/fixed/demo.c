// SPDX-License-Identifier: GPL-2.0 OR MIT
#include <linux/module.h>
#include <linux/kobject.h>
#include <linux/slab.h>

static void demo_release(struct kobject *kobj)
{
	kfree(kobj);
}

static const struct kobj_type demo_type = {
	.release = demo_release,
};

static int __init demo_init(void)
{
	struct kobject *demo = kzalloc(sizeof(*demo), GFP_KERNEL);

	if (!demo)
		return -ENOMEM;
	kobject_init(demo, &demo_type);
	kobject_put(demo);
	return 0;
}

static void __exit demo_exit(void)
{
}

module_init(demo_init);
module_exit(demo_exit);
MODULE_DESCRIPTION("Reproduces a message");
MODULE_LICENSE("GPL");
