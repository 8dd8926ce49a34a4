// SPDX-License-Identifier: GPL-2.0 OR MIT
#include <linux/module.h>
#include <linux/slab.h>

static int demo_callback(void)
{
	return 0;
}

static int demo_call(void)
{
	int (*volatile callback)(void) = demo_callback;

	return callback();
}

static int __init demo_init(void)
{
	return demo_call();
}

static void __exit demo_exit(void)
{
}

module_init(demo_init);
module_exit(demo_exit);
MODULE_DESCRIPTION("Reproduces a message");
MODULE_LICENSE("GPL");
