/* SPDX-License-Identifier: GPL-2.0 OR MIT */
#include <linux/linkage.h>
#if __has_include(<asm/export.h>)
#include <asm/export.h>
#else
#include <linux/export.h>
#endif

SYM_FUNC_START(demo_answer)
	mov $42, %eax
	RET
SYM_FUNC_END(demo_answer)
EXPORT_SYMBOL(demo_answer)
