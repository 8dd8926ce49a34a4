/* SPDX-License-Identifier: GPL-2.0 OR MIT */
#ifndef ANGLER_H
#define ANGLER_H

#include <linux/kconfig.h>
#include <linux/types.h>

/* angler-line.c */
unsigned int angler_length_cm(unsigned int weight_g);

/* angler-tale.c: without the option the call compiles to nothing. */
#if IS_ENABLED(CONFIG_ANGLER_TALE)
void angler_tell(unsigned int length_cm);
#else
static inline void angler_tell(unsigned int length_cm) { }
#endif

#endif
