// SPDX-License-Identifier: GPL-2.0 OR MIT
#include <linux/module.h>
#include <linux/interrupt.h>

static irqreturn_t demo_irq(int irq, void *arg)
{
	return IRQ_NONE;
}

static int demo_cookie;

static int __init demo_init(void)
{
	return request_irq(5, demo_irq, 0, "demo", &demo_cookie);
}

static void __exit demo_exit(void)
{
	free_irq(5, &demo_cookie);
}

module_init(demo_init);
module_exit(demo_exit);
MODULE_DESCRIPTION("Reproduces a message");
MODULE_LICENSE("GPL");
