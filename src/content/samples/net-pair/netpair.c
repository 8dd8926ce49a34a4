// SPDX-License-Identifier: GPL-2.0 OR MIT

#define pr_fmt(fmt) KBUILD_MODNAME ": " fmt

#include <linux/etherdevice.h>
#include <linux/init.h>
#include <linux/module.h>
#include <linux/netdevice.h>
#include <linux/skbuff.h>

/* Two network cards joined by a wire: what one sends the other receives. */
static struct net_device *cards[2];

static struct net_device *other_card(const struct net_device *dev)
{
	return dev == cards[0] ? cards[1] : cards[0];
}

/* Must not sleep. The frame is ours from here on, whatever happens to it. */
static netdev_tx_t netpair_start_xmit(struct sk_buff *skb, struct net_device *dev)
{
	struct net_device *peer = other_card(dev);
	unsigned int length = skb->len;

	if (!netif_running(peer)) {
		dev->stats.tx_dropped++;
		dev_kfree_skb(skb);
		return NETDEV_TX_OK;
	}
	dev_sw_netstats_tx_add(dev, 1, length);

	/* As if it had come from a wire: forget the sender, find the protocol. */
	skb_orphan(skb);
	skb_scrub_packet(skb, true);
	skb->protocol = eth_type_trans(skb, peer);
	if (netif_rx(skb) == NET_RX_SUCCESS)
		dev_sw_netstats_rx_add(peer, length);
	return NETDEV_TX_OK;
}

static int netpair_open(struct net_device *dev)
{
	netif_start_queue(dev);
	return 0;
}

static int netpair_stop(struct net_device *dev)
{
	netif_stop_queue(dev);
	return 0;
}

static const struct net_device_ops netpair_ops = {
	.ndo_open = netpair_open,
	.ndo_stop = netpair_stop,
	.ndo_start_xmit = netpair_start_xmit,
	.ndo_get_stats64 = dev_get_tstats64,
	.ndo_set_mac_address = eth_mac_addr,
	.ndo_validate_addr = eth_validate_addr,
};

static void netpair_setup(struct net_device *dev)
{
	ether_setup(dev);
	dev->netdev_ops = &netpair_ops;
	/* The core makes the counters for each CPU and frees them. */
	dev->pcpu_stat_type = NETDEV_PCPU_STAT_TSTATS;
	eth_hw_addr_random(dev);
}

static void remove_cards(void)
{
	int i;

	for (i = 0; i < 2; i++) {
		if (!cards[i])
			continue;
		if (cards[i]->reg_state == NETREG_REGISTERED)
			unregister_netdev(cards[i]);
		free_netdev(cards[i]);
	}
}

static int __init netpair_init(void)
{
	int i, err;

	for (i = 0; i < 2; i++) {
		cards[i] = alloc_netdev(0, "pair%d", NET_NAME_ENUM, netpair_setup);
		if (!cards[i]) {
			remove_cards();
			return -ENOMEM;
		}
	}
	/* Both must exist before one of them can send. */
	for (i = 0; i < 2; i++) {
		err = register_netdev(cards[i]);
		if (err) {
			remove_cards();
			return err;
		}
	}
	pr_info("%s and %s\n", cards[0]->name, cards[1]->name);
	return 0;
}

static void __exit netpair_exit(void)
{
	remove_cards();
	pr_info("gone\n");
}

module_init(netpair_init);
module_exit(netpair_exit);

MODULE_DESCRIPTION("Two network devices joined by a wire");
MODULE_LICENSE("Dual MIT/GPL");
