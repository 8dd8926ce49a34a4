// SPDX-License-Identifier: GPL-2.0 OR MIT
#include <linux/module.h>
#include "shared.h"

static int __init demo_init(void)
{
	return demo_answer() == 42 ? 0 : -EINVAL;
}

static void __exit demo_exit(void)
{
}

module_init(demo_init);
module_exit(demo_exit);
MODULE_DESCRIPTION("Two of two modules");
MODULE_LICENSE("GPL");
