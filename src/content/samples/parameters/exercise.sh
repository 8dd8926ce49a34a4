#!/bin/sh
# SPDX-License-Identifier: GPL-2.0 OR MIT
cd /sys/module/parameters/parameters || exit 1
echo "times: $(cat times)"
echo "whom: $(cat whom)"
echo "steps: $(cat steps)"
echo 1 > loud
echo "loud: $(cat loud)"
echo 75 > percent
echo "percent: $(cat percent)"
# The module refuses 101, so the old value stays.
if ! echo 101 2> /dev/null > percent; then echo "101 was refused"; fi
echo "percent: $(cat percent)"
