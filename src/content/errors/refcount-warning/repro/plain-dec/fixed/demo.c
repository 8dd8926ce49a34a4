// SPDX-License-Identifier: GPL-2.0 OR MIT
#include <linux/module.h>
#include <linux/refcount.h>
#include <linux/printk.h>

static refcount_t demo_users = REFCOUNT_INIT(1);

static int __init demo_init(void)
{
	if (refcount_dec_and_test(&demo_users))
		pr_info("last user gone\n");
	return 0;
}

static void __exit demo_exit(void)
{
}

module_init(demo_init);
module_exit(demo_exit);
MODULE_DESCRIPTION("Reproduces a message");
MODULE_LICENSE("GPL");
