#!/bin/sh
# SPDX-License-Identifier: GPL-2.0 OR MIT
cd /sys/kernel/debug/dbgnotes || exit 1
echo 7 > level
echo Y > traced
echo 20 > limit
cat status
if ! echo 0 2> /dev/null > limit; then echo "limit 0 was refused"; fi
echo "limit: $(cat limit)"
