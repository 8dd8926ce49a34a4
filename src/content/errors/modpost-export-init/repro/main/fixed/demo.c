// SPDX-License-Identifier: GPL-2.0 OR MIT
#include <linux/module.h>
#include <linux/export.h>

int demo_setup(void);

int demo_setup(void)
{
	return 0;
}
EXPORT_SYMBOL(demo_setup);

static int __init demo_init(void)
{
	return demo_setup();
}

static void __exit demo_exit(void)
{
}

module_init(demo_init);
module_exit(demo_exit);
MODULE_DESCRIPTION("Reproduces a message");
MODULE_LICENSE("GPL");
