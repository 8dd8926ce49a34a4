// SPDX-License-Identifier: GPL-2.0 OR MIT
#include <linux/module.h>
#include <linux/semaphore.h>

static DEFINE_SEMAPHORE(demo_sem);

static int __init demo_init(void)
{
	down(&demo_sem);
	up(&demo_sem);
	return 0;
}

static void __exit demo_exit(void)
{
}

module_init(demo_init);
module_exit(demo_exit);
MODULE_DESCRIPTION("Reproduces a message");
MODULE_LICENSE("GPL");
