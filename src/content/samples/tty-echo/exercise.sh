#!/bin/sh
# SPDX-License-Identifier: GPL-2.0 OR MIT
ls /dev/ttyEcho0
# One program keeps the line open while it is set up, written to and read.
exec 3<> /dev/ttyEcho0
stty -F /dev/ttyEcho0 raw -echo
echo "hello line" >&3
head -n 1 <&3
exec 3>&-
grep -o '^ttyecho' /proc/tty/drivers
