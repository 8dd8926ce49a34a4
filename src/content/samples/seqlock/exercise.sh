#!/bin/sh
# SPDX-License-Identifier: GPL-2.0 OR MIT
echo "writer runs: $(ps | grep -c '[s]eqpair')"
