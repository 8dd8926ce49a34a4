// SPDX-License-Identifier: GPL-2.0 OR MIT
#include <linux/module.h>
#include <linux/string.h>

struct demo {
	char name[8];
	int number;
};

static struct demo demo;

static int __init demo_init(void)
{
	memset(demo.name, 0, sizeof(demo.name));
	return demo.number;
}

static void __exit demo_exit(void)
{
}

module_init(demo_init);
module_exit(demo_exit);
MODULE_DESCRIPTION("Reproduces a message");
MODULE_LICENSE("GPL");
