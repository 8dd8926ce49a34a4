#!/bin/sh
# SPDX-License-Identifier: GPL-2.0 OR MIT
cd /sys/module/rendezvous/parameters || exit 1
echo "before: $(cat answer)"
echo 1 > ask
echo "after: $(cat answer)"
if ! echo 1 2> /dev/null > ask; then echo "asked twice: refused"; fi
