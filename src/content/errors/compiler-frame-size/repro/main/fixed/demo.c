// SPDX-License-Identifier: GPL-2.0 OR MIT
#include <linux/module.h>
#include <linux/kernel.h>
#include <linux/slab.h>
#include <linux/string.h>

static noinline int demo_fill(int value)
{
	char *text = kmalloc(3000, GFP_KERNEL);
	int result;

	if (!text)
		return -ENOMEM;
	memset(text, value, 3000);
	result = text[value];
	kfree(text);
	return result;
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
