#!/bin/sh
# SPDX-License-Identifier: GPL-2.0 OR MIT
cd /sys/kernel/livepatch/liveversion || exit 1
cat /proc/version
# Every task moves over when it is not inside of the old function; that takes a moment.
i=0
while [ "$(cat transition)" = 1 ] && [ $i -lt 60 ]; do sleep 0.5; i=$((i + 1)); done
echo "in transition: $(cat transition)"
echo 0 > enabled
cd /
i=0
while [ -d /sys/kernel/livepatch/liveversion ] && [ $i -lt 60 ]; do sleep 0.5; i=$((i + 1)); done
[ -d /sys/kernel/livepatch/liveversion ] || echo "patch disabled"
cut -d ' ' -f 1,2 /proc/version
