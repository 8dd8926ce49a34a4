// SPDX-License-Identifier: GPL-2.0 OR MIT
#include <linux/module.h>
#include <linux/platform_device.h>

static int demo_remove(struct platform_device *pdev)
{
	return 0;
}

static struct platform_driver demo_driver = {
	.driver = { .name = "demo" },
	.remove = demo_remove,
};

static int __init demo_init(void)
{
	return platform_driver_register(&demo_driver);
}

static void __exit demo_exit(void)
{
}

module_init(demo_init);
module_exit(demo_exit);
MODULE_DESCRIPTION("Reproduces a message");
MODULE_LICENSE("GPL");
