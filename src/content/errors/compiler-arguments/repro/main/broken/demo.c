// SPDX-License-Identifier: GPL-2.0 OR MIT
#include <linux/module.h>
#include <linux/etherdevice.h>
#include <linux/netdevice.h>

static void demo_setup(struct net_device *dev)
{
	ether_setup(dev);
}

static int __init demo_init(void)
{
	struct net_device *dev = alloc_netdev(0, "demo%d", demo_setup);

	if (!dev)
		return -ENOMEM;
	free_netdev(dev);
	return 0;
}

static void __exit demo_exit(void)
{
}

module_init(demo_init);
module_exit(demo_exit);
MODULE_DESCRIPTION("Reproduces a message");
MODULE_LICENSE("GPL");
