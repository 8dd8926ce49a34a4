#!/bin/sh
# SPDX-License-Identifier: GPL-2.0 OR MIT
# The thread alone has brackets; a process with the module's name in its words has not.
echo "writer runs: $(ps | grep -c '[[]seqpair[]]')"
