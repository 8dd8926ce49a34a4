// SPDX-License-Identifier: GPL-2.0 OR MIT

#include <linux/kernel.h>

#include "angler.h"

/* No floating point in the kernel: an integer square root does. */
unsigned int angler_length_cm(unsigned int weight_g)
{
	return int_sqrt(2 * weight_g);
}
