// SPDX-License-Identifier: GPL-2.0 OR MIT

#define pr_fmt(fmt) KBUILD_MODNAME ": " fmt

#include <linux/printk.h>

#include "angler.h"

void angler_tell(unsigned int length_cm)
{
	pr_info("it was this long: %u cm\n", 3 * length_cm);
}
