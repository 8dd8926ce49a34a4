#!/bin/sh
# SPDX-License-Identifier: GPL-2.0 OR MIT
grep -o notepipe /proc/devices
# A blocked reader is woken by the writer.
head -c 6 /dev/notepipe > /tmp/read &
sleep 1
echo "early" > /dev/notepipe
wait
echo "blocked reader got: $(cat /tmp/read)"
trypipe
