// SPDX-License-Identifier: GPL-2.0 OR MIT
#include <linux/module.h>
#include <linux/export.h>

unsigned long demo_gcd(unsigned long a, unsigned long b);

unsigned long demo_gcd(unsigned long a, unsigned long b)
{
	while (b) {
		unsigned long rest = a % b;

		a = b;
		b = rest;
	}
	return a;
}
EXPORT_SYMBOL_GPL(demo_gcd);

static int __init demo_init(void)
{
	return demo_gcd(4, 6) == 2 ? 0 : -EINVAL;
}

static void __exit demo_exit(void)
{
}

module_init(demo_init);
module_exit(demo_exit);
MODULE_DESCRIPTION("Reproduces a message");
MODULE_LICENSE("GPL");
