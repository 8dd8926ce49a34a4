#!/bin/sh
# SPDX-License-Identifier: GPL-2.0 OR MIT
echo "sum: $(cat /sys/module/fifosum/parameters/sum)"
