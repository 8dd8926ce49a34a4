#!/bin/sh
# SPDX-License-Identifier: GPL-2.0 OR MIT
head -n 1 /dev/bell > /tmp/one &
head -n 1 /dev/bell > /tmp/two &
sleep 1
echo "heard before: $(cat /tmp/one /tmp/two | wc -l)"
echo x > /dev/bell
sleep 1
echo "heard after one ring: $(cat /tmp/one /tmp/two | wc -l)"
echo x > /dev/bell
wait
echo "heard after two rings: $(cat /tmp/one /tmp/two | wc -l)"
# A ring that comes before its reader is not lost.
echo x > /dev/bell
head -n 1 /dev/bell
rm /tmp/one /tmp/two
