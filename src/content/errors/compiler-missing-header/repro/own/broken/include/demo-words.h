/* SPDX-License-Identifier: GPL-2.0 OR MIT */
#define DEMO_WORD 0
