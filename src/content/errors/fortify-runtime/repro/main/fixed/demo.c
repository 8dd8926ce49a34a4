// SPDX-License-Identifier: GPL-2.0 OR MIT
#include <linux/module.h>
#include <linux/minmax.h>
#include <linux/moduleparam.h>
#include <linux/string.h>

struct demo {
	char name[8];
	char rest[24];
};

static struct demo demo;
static int demo_length = 16;
module_param_named(length, demo_length, int, 0444);
MODULE_PARM_DESC(length, "How much to copy");
static const char demo_source[32] = "a name that is too long";

static int __init demo_init(void)
{
	memcpy(demo.name, demo_source, min_t(size_t, demo_length, sizeof(demo.name)));
	return 0;
}

static void __exit demo_exit(void)
{
}

module_init(demo_init);
module_exit(demo_exit);
MODULE_DESCRIPTION("Reproduces a message");
MODULE_LICENSE("GPL");
