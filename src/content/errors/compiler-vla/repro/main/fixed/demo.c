// SPDX-License-Identifier: GPL-2.0 OR MIT
#include <linux/module.h>
#include <linux/slab.h>
#include <linux/string.h>

static noinline int demo_sum(int count)
{
	char *numbers = kmalloc_array(count, sizeof(*numbers), GFP_KERNEL);
	int first;

	if (!numbers)
		return -ENOMEM;
	memset(numbers, 1, count);
	first = numbers[0];
	kfree(numbers);
	return first;
}

static int __init demo_init(void)
{
	return demo_sum(8) == 1 ? 0 : -EINVAL;
}

static void __exit demo_exit(void)
{
}

module_init(demo_init);
module_exit(demo_exit);
MODULE_DESCRIPTION("Reproduces a message");
MODULE_LICENSE("GPL");
