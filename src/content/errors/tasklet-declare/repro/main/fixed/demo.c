// SPDX-License-Identifier: GPL-2.0 OR MIT
#include <linux/module.h>
#include <linux/interrupt.h>

static void demo_run(struct tasklet_struct *tasklet)
{
}

static DECLARE_TASKLET(demo_tasklet, demo_run);

static int __init demo_init(void)
{
	tasklet_schedule(&demo_tasklet);
	tasklet_kill(&demo_tasklet);
	return 0;
}

static void __exit demo_exit(void)
{
}

module_init(demo_init);
module_exit(demo_exit);
MODULE_DESCRIPTION("Reproduces a message");
MODULE_LICENSE("GPL");
