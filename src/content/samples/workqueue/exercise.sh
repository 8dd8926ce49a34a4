#!/bin/sh
# SPDX-License-Identifier: GPL-2.0 OR MIT
cd /sys/module/chores/parameters || exit 1
echo 1 > chore
echo 2 > chore
echo 3 > chore
sleep 1
[ "$(cat beats)" -ge 2 ] && echo "the delayed work comes again and again"
