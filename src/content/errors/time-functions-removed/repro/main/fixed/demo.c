// SPDX-License-Identifier: GPL-2.0 OR MIT
#include <linux/module.h>
#include <linux/ktime.h>
#include <linux/timekeeping.h>

static int __init demo_init(void)
{
	struct timespec64 now;

	ktime_get_real_ts64(&now);
	return now.tv_sec ? 0 : -EINVAL;
}

static void __exit demo_exit(void)
{
}

module_init(demo_init);
module_exit(demo_exit);
MODULE_DESCRIPTION("Reproduces a message");
MODULE_LICENSE("GPL");
