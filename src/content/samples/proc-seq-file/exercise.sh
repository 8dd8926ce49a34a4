#!/bin/sh
# SPDX-License-Identifier: GPL-2.0 OR MIT
cd /proc/seqnotes || exit 1
echo "first" > list
echo "second" > list
cat list
echo "count: $(cat count)"
# More than one page, so that start() is called again in the middle of the list.
i=3
while [ $i -le 300 ]; do echo "note number $i" > list; i=$((i + 1)); done
echo "lines: $(wc -l < list)"
tail -n 1 list
