// SPDX-License-Identifier: GPL-2.0 OR MIT
#include <linux/module.h>
#include <linux/netdevice.h>

static struct napi_struct demo_napi;

static int demo_poll(struct napi_struct *napi, int budget)
{
	return 0;
}

static noinline void demo_add(struct net_device *dev)
{
	netif_napi_add(dev, &demo_napi, demo_poll, 64);
}

static int __init demo_init(void)
{
	if (demo_napi.poll)
		demo_add(NULL);
	return 0;
}

static void __exit demo_exit(void)
{
}

module_init(demo_init);
module_exit(demo_exit);
MODULE_DESCRIPTION("Reproduces a message");
MODULE_LICENSE("GPL");
