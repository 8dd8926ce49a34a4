// SPDX-License-Identifier: GPL-2.0 OR MIT
#include <linux/module.h>
#include <linux/mutex.h>

static DEFINE_MUTEX(demo_mutex);
static int demo_size;
module_param_named(size, demo_size, int, 0444);
MODULE_PARM_DESC(size, "How much is to be set up");

static int demo_setup(void)
{
	int ret = 0;

	mutex_lock(&demo_mutex);
	if (demo_size < 0)
		ret = -EINVAL;
	mutex_unlock(&demo_mutex);
	return ret;
}

static int __init demo_init(void)
{
	return demo_setup();
}

static void __exit demo_exit(void)
{
}

module_init(demo_init);
module_exit(demo_exit);
MODULE_DESCRIPTION("Reproduces a message");
MODULE_LICENSE("GPL");
