// SPDX-License-Identifier: GPL-2.0 OR MIT
#include <linux/module.h>
#include <linux/platform_device.h>

static struct platform_device demo_device = {
	.name = "demo",
	.id = 0,
};

static int __init demo_init(void)
{
	return platform_device_register(&demo_device);
}

static void __exit demo_exit(void)
{
	platform_device_unregister(&demo_device);
}

module_init(demo_init);
module_exit(demo_exit);
MODULE_DESCRIPTION("Reproduces a message");
MODULE_LICENSE("GPL");
