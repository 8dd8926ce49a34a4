#!/bin/sh
# SPDX-License-Identifier: GPL-2.0 OR MIT
cd /sys/bus/pci/drivers/edupci/*:*:*.* || exit 1
echo "vendor $(cat vendor) device $(cat device)"
echo "10! = $(cat factorial_of_10)"
# One for the factorial, two for the DMA.
echo "interrupts: $(awk '/edupci/ { print $2 + $3 }' /proc/interrupts)"
