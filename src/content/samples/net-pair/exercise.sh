#!/bin/sh
# SPDX-License-Identifier: GPL-2.0 OR MIT
# The second card goes into a network of its own, or the kernel would answer itself without a wire.
unshare -n sleep 30 &
sleep 1
inner=$!
ip link set pair1 netns $inner
ip addr add 10.9.8.1/24 dev pair0
ip link set pair0 up
nsenter -t $inner -n ip addr add 10.9.8.2/24 dev pair1
nsenter -t $inner -n ip link set pair1 up
ping -c 3 -W 5 10.9.8.2 | grep -o '3 packets received'
nsenter -t $inner -n ifconfig pair1 | grep -o 'RX packets:[1-9]' | sed 's/[1-9]$/some/'
# A device goes back to where it came from when the network that it is in ends.
nsenter -t $inner -n ip link set pair1 netns 1
kill $inner
wait
