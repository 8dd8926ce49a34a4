// SPDX-License-Identifier: GPL-2.0 OR MIT
#include <linux/module.h>
#include <linux/completion.h>
#include <linux/jiffies.h>

static DECLARE_COMPLETION(demo_never);

static int __init demo_init(void)
{
	return wait_for_completion_timeout(&demo_never, HZ) ? 0 : -ETIMEDOUT;
}

static void __exit demo_exit(void)
{
}

module_init(demo_init);
module_exit(demo_exit);
MODULE_DESCRIPTION("Reproduces a message");
MODULE_LICENSE("GPL");
