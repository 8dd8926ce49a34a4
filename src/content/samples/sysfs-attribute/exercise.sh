#!/bin/sh
# SPDX-License-Identifier: GPL-2.0 OR MIT
cd /sys/kernel/tempo || exit 1
echo 120 > bpm
echo "bpm: $(cat bpm), period: $(cat period_ms) ms"
if ! echo 7 2> /dev/null > bpm; then echo "7 was refused"; fi
waitattr period_ms > /tmp/waited &
while ! grep -q waiting /tmp/waited; do sleep 0.1; done
sleep 0.2
echo 240 > bpm
wait
cat /tmp/waited
rm /tmp/waited
