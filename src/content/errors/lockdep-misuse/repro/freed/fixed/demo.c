// SPDX-License-Identifier: GPL-2.0 OR MIT
#include <linux/module.h>
#include <linux/mutex.h>
#include <linux/slab.h>

struct demo {
	struct mutex mutex;
	int count;
};

static int __init demo_init(void)
{
	struct demo *demo = kzalloc(sizeof(*demo), GFP_KERNEL);

	if (!demo)
		return -ENOMEM;
	mutex_init(&demo->mutex);
	mutex_lock(&demo->mutex);
	demo->count++;
	mutex_unlock(&demo->mutex);
	kfree(demo);
	return 0;
}

static void __exit demo_exit(void)
{
}

module_init(demo_init);
module_exit(demo_exit);
MODULE_DESCRIPTION("Reproduces a message");
MODULE_LICENSE("GPL");
