// SPDX-License-Identifier: GPL-2.0 OR MIT
#include <linux/module.h>
#include <linux/mutex.h>

static DEFINE_MUTEX(demo_mutex);

static int __init demo_init(void)
{
	mutex_lock(&demo_mutex);
	mutex_unlock(&demo_mutex);
	mutex_unlock(&demo_mutex);
	return 0;
}

static void __exit demo_exit(void)
{
}

module_init(demo_init);
module_exit(demo_exit);
MODULE_DESCRIPTION("Reproduces a message");
MODULE_LICENSE("GPL");
