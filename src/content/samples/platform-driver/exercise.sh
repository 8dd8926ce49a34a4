#!/bin/sh
# SPDX-License-Identifier: GPL-2.0 OR MIT
cd /sys/bus/platform/devices/heater.0 || exit 1
echo "driver: $(basename "$(readlink driver)")"
echo "degrees: $(cat degrees)"
echo 25 > degrees
echo "degrees: $(cat degrees)"
# Letting go and taking hold again starts anew.
echo heater.0 > /sys/bus/platform/drivers/heater/unbind
[ -e degrees ] || echo "unbound: no attribute"
echo heater.0 > /sys/bus/platform/drivers/heater/bind
echo "degrees: $(cat degrees)"
