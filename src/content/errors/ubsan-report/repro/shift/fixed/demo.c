// SPDX-License-Identifier: GPL-2.0 OR MIT
#include <linux/module.h>

static int demo_bits = 40;
module_param_named(bits, demo_bits, int, 0444);
MODULE_PARM_DESC(bits, "How far to shift");

static int __init demo_init(void)
{
	if (demo_bits < 0 || demo_bits >= 32)
		demo_bits = 31;
	pr_info("%u\n", 1U << demo_bits);
	return 0;
}

static void __exit demo_exit(void)
{
}

module_init(demo_init);
module_exit(demo_exit);
MODULE_DESCRIPTION("Reproduces a message");
MODULE_LICENSE("GPL");
