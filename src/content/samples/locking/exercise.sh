#!/bin/sh
# SPDX-License-Identifier: GPL-2.0 OR MIT
# The threads start with the module; their sums are printed when it goes.
echo "threads: $(ps | grep -c '[l]ocking/')"
