// SPDX-License-Identifier: GPL-2.0 OR MIT
#include <linux/module.h>
#include <linux/io.h>

static void __iomem *demo_regs;

static int __init demo_init(void)
{
	demo_regs = ioremap(0xfed00000, 4096);
	return demo_regs ? 0 : -ENOMEM;
}

static void __exit demo_exit(void)
{
}

module_init(demo_init);
module_exit(demo_exit);
MODULE_DESCRIPTION("Reproduces a message");
MODULE_LICENSE("GPL");
