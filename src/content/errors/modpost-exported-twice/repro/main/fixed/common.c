// SPDX-License-Identifier: GPL-2.0 OR MIT
#include <linux/export.h>
#include <linux/module.h>

int demo_common(void);

int demo_common(void)
{
	return 0;
}
EXPORT_SYMBOL_GPL(demo_common);

MODULE_DESCRIPTION("Shared by both");
MODULE_LICENSE("GPL");
