#!/bin/sh
# SPDX-License-Identifier: GPL-2.0 OR MIT
cat /proc/version
echo 0 > /sys/kernel/livepatch/liveversion/enabled
# The transition takes a moment: every task must have left the function.
i=0
while [ -d /sys/kernel/livepatch/liveversion ] && [ $i -lt 40 ]; do sleep 0.5; i=$((i + 1)); done
[ -d /sys/kernel/livepatch/liveversion ] || echo "patch disabled"
cut -d ' ' -f 1,2 /proc/version
