// SPDX-License-Identifier: GPL-2.0 OR MIT
#include <linux/module.h>
#include <linux/mutex.h>

static struct mutex demo_mutexes[2];

static int __init demo_init(void)
{
	int i;

	for (i = 0; i < ARRAY_SIZE(demo_mutexes); i++)
		mutex_init(&demo_mutexes[i]);
	mutex_lock(&demo_mutexes[0]);
	mutex_lock_nested(&demo_mutexes[1], SINGLE_DEPTH_NESTING);
	mutex_unlock(&demo_mutexes[1]);
	mutex_unlock(&demo_mutexes[0]);
	return 0;
}

static void __exit demo_exit(void)
{
}

module_init(demo_init);
module_exit(demo_exit);
MODULE_DESCRIPTION("Reproduces a message");
MODULE_LICENSE("GPL");
