#!/bin/sh
# SPDX-License-Identifier: GPL-2.0 OR MIT
cd /sys/module/ticks/parameters || exit 1
sleep 2
coarse=$(cat coarse_count)
fine=$(cat fine_count)
# Two seconds: about 20 and 100. An emulated machine may be late, never early by much.
[ "$coarse" -ge 5 ] && [ "$coarse" -le 40 ] && echo "coarse timer ticks"
[ "$fine" -ge 50 ] && [ "$fine" -le 400 ] && echo "fine timer ticks"
