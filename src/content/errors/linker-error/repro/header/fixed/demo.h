/* SPDX-License-Identifier: GPL-2.0 OR MIT */
extern int demo_limit;
