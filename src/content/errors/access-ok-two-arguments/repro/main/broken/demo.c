// SPDX-License-Identifier: GPL-2.0 OR MIT
#include <linux/module.h>
#include <linux/uaccess.h>

static bool demo_may_read(const void __user *from, unsigned long size)
{
	return access_ok(VERIFY_READ, from, size);
}

static int __init demo_init(void)
{
	return demo_may_read(NULL, 1) ? 0 : -EFAULT;
}

static void __exit demo_exit(void)
{
}

module_init(demo_init);
module_exit(demo_exit);
MODULE_DESCRIPTION("Reproduces a message");
MODULE_LICENSE("GPL");
