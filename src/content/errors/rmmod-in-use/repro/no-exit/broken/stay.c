// SPDX-License-Identifier: GPL-2.0 OR MIT
#include <linux/module.h>

static int __init stay_init(void)
{
	return 0;
}

module_init(stay_init);
MODULE_DESCRIPTION("Reproduces a message");
MODULE_LICENSE("GPL");
