#!/bin/sh
# SPDX-License-Identifier: GPL-2.0 OR MIT
# A loaded module stands in /proc/modules and under /sys/module.
awk '$1 == "hello" { print "in /proc/modules:", $1, "used by", $3 }' /proc/modules
echo "state: $(cat /sys/module/hello/initstate)"
