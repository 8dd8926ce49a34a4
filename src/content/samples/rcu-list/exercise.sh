#!/bin/sh
# SPDX-License-Identifier: GPL-2.0 OR MIT
cd /sys/module/rculist/parameters || exit 1
echo 3 > items; echo 5 > items; echo 8 > items
echo "items: $(cat items)"
# Readers run while the list changes.
(i=0; while [ $i -lt 100 ]; do cat items > /dev/null; i=$((i + 1)); done) &
i=100
while [ $i -lt 150 ]; do echo $i > items; echo -$i > items; i=$((i + 1)); done
wait
echo -5 > items
echo "items: $(cat items)"
if ! echo -5 2> /dev/null > items; then echo "no 5 any more"; fi
