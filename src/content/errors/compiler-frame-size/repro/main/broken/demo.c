// SPDX-License-Identifier: GPL-2.0 OR MIT
#include <linux/module.h>
#include <linux/kernel.h>
#include <linux/string.h>

static noinline int demo_fill(int value)
{
	char text[3000];

	memset(text, value, sizeof(text));
	barrier_data(text);
	return text[value];
}

static int __init demo_init(void)
{
	return demo_fill(0);
}

static void __exit demo_exit(void)
{
}

module_init(demo_init);
module_exit(demo_exit);
MODULE_DESCRIPTION("Reproduces a message");
MODULE_LICENSE("GPL");
