// SPDX-License-Identifier: GPL-2.0 OR MIT
#include <linux/module.h>

static noinline int demo_sum(int depth)
{
	volatile char room[512];

	room[depth & 511] = depth;
	if (depth < 0)
		return 0;
	return demo_sum(depth + 1) + room[depth & 511];
}

static int __init demo_init(void)
{
	return demo_sum(1) < 0 ? -EINVAL : 0;
}

static void __exit demo_exit(void)
{
}

module_init(demo_init);
module_exit(demo_exit);
MODULE_DESCRIPTION("Reproduces a message");
MODULE_LICENSE("GPL");
