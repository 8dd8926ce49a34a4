#!/bin/sh
# SPDX-License-Identifier: GPL-2.0 OR MIT
grep -o ramnote /proc/devices
echo "sectors: $(cat /sys/block/ramnote0/size)"
# What is written must come back, also past the page cache.
dd if=/dev/urandom of=/tmp/written bs=4096 count=256 2> /dev/null
dd if=/tmp/written of=/dev/ramnote0 bs=64k conv=fsync 2> /dev/null
echo 3 > /proc/sys/vm/drop_caches
dd if=/dev/ramnote0 of=/tmp/read bs=4096 2> /dev/null
cmp /tmp/written /tmp/read && echo "1 MiB read back unchanged"
dd if=/dev/zero of=/dev/ramnote0 bs=4096 seek=256 count=1 2> /dev/null || echo "no write past the end"
rm /tmp/written /tmp/read
