// SPDX-License-Identifier: GPL-2.0 OR MIT
#include <linux/module.h>
#include <linux/etherdevice.h>
#include <linux/netdevice.h>
#include <linux/workqueue.h>

static struct net_device *demo_device;

static const struct net_device_ops demo_ops = {
	.ndo_validate_addr = eth_validate_addr,
};

static void demo_setup(struct net_device *dev)
{
	ether_setup(dev);
	dev->netdev_ops = &demo_ops;
}

static int __init demo_init(void)
{
	int ret;

	demo_device = alloc_netdev(0, "demo%d", NET_NAME_ENUM, demo_setup);
	if (!demo_device)
		return -ENOMEM;
	ret = register_netdev(demo_device);
	if (ret)
		free_netdev(demo_device);
	return ret;
}

static void __exit demo_exit(void)
{
	dev_hold(demo_device);
	dev_put(demo_device);
	unregister_netdev(demo_device);
	free_netdev(demo_device);
}

module_init(demo_init);
module_exit(demo_exit);
MODULE_DESCRIPTION("Reproduces a message");
MODULE_LICENSE("GPL");
