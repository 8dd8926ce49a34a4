// SPDX-License-Identifier: GPL-2.0 OR MIT
#include <linux/module.h>
#include <linux/bug.h>

static int demo_fill = 2;
static const int demo_size = 2;

static int __init demo_init(void)
{
	BUG_ON(READ_ONCE(demo_fill) > demo_size);
	return 0;
}

static void __exit demo_exit(void)
{
}

module_init(demo_init);
module_exit(demo_exit);
MODULE_DESCRIPTION("Reproduces a message");
MODULE_LICENSE("GPL");
