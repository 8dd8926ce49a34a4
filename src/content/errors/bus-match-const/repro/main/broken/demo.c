// SPDX-License-Identifier: GPL-2.0 OR MIT
#include <linux/module.h>
#include <linux/device.h>

static int demo_match(struct device *dev, struct device_driver *drv)
{
	return 0;
}

static struct bus_type demo_bus = {
	.name = "demo",
	.match = demo_match,
};

static int __init demo_init(void)
{
	return bus_register(&demo_bus);
}

static void __exit demo_exit(void)
{
}

module_init(demo_init);
module_exit(demo_exit);
MODULE_DESCRIPTION("Reproduces a message");
MODULE_LICENSE("GPL");
