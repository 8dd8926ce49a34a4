// SPDX-License-Identifier: GPL-2.0 OR MIT
#include <linux/module.h>

static int __init stay_init(void)
{
	return 0;
}

module_init(stay_init);

static void __exit stay_exit(void)
{
}

module_exit(stay_exit);
MODULE_DESCRIPTION("Reproduces a message");
MODULE_LICENSE("GPL");
