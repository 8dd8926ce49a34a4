#!/bin/sh
# SPDX-License-Identifier: GPL-2.0 OR MIT
echo "weight: $(cat /sys/module/angler/parameters/weight_g)"
# One module, whatever the number of its objects.
echo "modules: $(grep -c '^angler' /proc/modules)"
