// SPDX-License-Identifier: GPL-2.0 OR MIT
#include <linux/module.h>
#include <linux/delay.h>
#include <linux/sched.h>

static void demo_work(void)
{
	int i;

	for (i = 0; i < 1200; i++) {
		mdelay(10);
		cond_resched();
	}
}

static int __init demo_init(void)
{
	demo_work();
	return 0;
}

static void __exit demo_exit(void)
{
}

module_init(demo_init);
module_exit(demo_exit);
MODULE_DESCRIPTION("Reproduces a message");
MODULE_LICENSE("GPL");
