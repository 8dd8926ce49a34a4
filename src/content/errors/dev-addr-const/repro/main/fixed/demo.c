// SPDX-License-Identifier: GPL-2.0 OR MIT
#include <linux/module.h>
#include <linux/etherdevice.h>
#include <linux/netdevice.h>

static void demo_setup(struct net_device *dev)
{
	static const u8 address[ETH_ALEN] = { 2 };

	ether_setup(dev);
	eth_hw_addr_set(dev, address);
}

static struct net_device *demo_dev;

static int __init demo_init(void)
{
	demo_dev = alloc_netdev(0, "demo%d", NET_NAME_ENUM, demo_setup);
	if (!demo_dev)
		return -ENOMEM;
	free_netdev(demo_dev);
	return 0;
}

static void __exit demo_exit(void)
{
}

module_init(demo_init);
module_exit(demo_exit);
MODULE_DESCRIPTION("Reproduces a message");
MODULE_LICENSE("GPL");
