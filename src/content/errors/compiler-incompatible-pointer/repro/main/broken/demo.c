// SPDX-License-Identifier: GPL-2.0 OR MIT
#include <linux/module.h>
#include <linux/tty.h>
#include <linux/tty_driver.h>

static int demo_write(struct tty_struct *tty, const unsigned char *text, int count)
{
	return count;
}

static const struct tty_operations demo_ops = {
	.write = demo_write,
};

static int __init demo_init(void)
{
	return demo_ops.write ? 0 : -EINVAL;
}

static void __exit demo_exit(void)
{
}

module_init(demo_init);
module_exit(demo_exit);
MODULE_DESCRIPTION("Reproduces a message");
MODULE_LICENSE("GPL");
