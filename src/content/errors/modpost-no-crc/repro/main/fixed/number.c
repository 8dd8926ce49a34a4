// SPDX-License-Identifier: GPL-2.0 OR MIT
#include <linux/export.h>

int demo_answer(void);

int demo_answer(void)
{
	return 42;
}
EXPORT_SYMBOL(demo_answer);
