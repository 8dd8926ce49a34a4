#!/bin/sh
# SPDX-License-Identifier: GPL-2.0 OR MIT
echo "loaded: $(cat /sys/module/stopwatch/initstate)"
