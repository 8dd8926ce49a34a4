/* SPDX-License-Identifier: GPL-2.0 OR MIT */
#ifndef NOTEPIPE_H
#define NOTEPIPE_H

#include <linux/ioctl.h>
#include <linux/types.h>

/* Shared with programs, so only types that are the same for 32 and 64 bit. */
#define NOTEPIPE_MAGIC		'n'
#define NOTEPIPE_GET_FILL	_IOR(NOTEPIPE_MAGIC, 1, __u32)	/* bytes waiting */
#define NOTEPIPE_CLEAR		_IO(NOTEPIPE_MAGIC, 2)		/* forget them */

#endif
