// SPDX-License-Identifier: GPL-2.0 OR MIT
#include <linux/module.h>

static int __initdata demo_secret = 3;

int demo_leak(void);

noinline __init int demo_leak(void)
{
	return demo_secret;
}

static int __init demo_init(void)
{
	return demo_leak() == 3 ? 0 : -EINVAL;
}

static void __exit demo_exit(void)
{
}

module_init(demo_init);
module_exit(demo_exit);
MODULE_DESCRIPTION("Reproduces a message");
MODULE_LICENSE("GPL");
