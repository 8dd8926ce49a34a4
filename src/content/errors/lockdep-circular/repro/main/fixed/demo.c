// SPDX-License-Identifier: GPL-2.0 OR MIT
#include <linux/module.h>
#include <linux/mutex.h>

static DEFINE_MUTEX(demo_first);
static DEFINE_MUTEX(demo_second);

static void demo_read(void)
{
	mutex_lock(&demo_first);
	mutex_lock(&demo_second);
	mutex_unlock(&demo_second);
	mutex_unlock(&demo_first);
}

static void demo_write(void)
{
	mutex_lock(&demo_first);
	mutex_lock(&demo_second);
	mutex_unlock(&demo_second);
	mutex_unlock(&demo_first);
}

static int __init demo_init(void)
{
	demo_read();
	demo_write();
	return 0;
}

static void __exit demo_exit(void)
{
}

module_init(demo_init);
module_exit(demo_exit);
MODULE_DESCRIPTION("Reproduces a message");
MODULE_LICENSE("GPL");
