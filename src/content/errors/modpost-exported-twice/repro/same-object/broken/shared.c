// SPDX-License-Identifier: GPL-2.0 OR MIT
#include <linux/export.h>
#include "shared.h"

int demo_answer(void)
{
	return 42;
}
EXPORT_SYMBOL_GPL(demo_answer);
