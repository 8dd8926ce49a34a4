// SPDX-License-Identifier: GPL-2.0 OR MIT
#include <linux/module.h>
#include <linux/err.h>
#include <linux/platform_device.h>

static int demo_probe(struct platform_device *pdev)
{
	return -EINVAL;
}

static struct platform_driver demo_driver = {
	.probe = demo_probe,
	.driver = { .name = "demo_probe" },
};

static struct platform_device *demo_device;

static int __init demo_init(void)
{
	int err = platform_driver_register(&demo_driver);

	if (err)
		return err;
	demo_device = platform_device_register_simple("demo_probe", 0, NULL, 0);
	return PTR_ERR_OR_ZERO(demo_device);
}

static void __exit demo_exit(void)
{
	platform_device_unregister(demo_device);
	platform_driver_unregister(&demo_driver);
}

module_init(demo_init);
module_exit(demo_exit);
MODULE_DESCRIPTION("Reproduces a message");
MODULE_LICENSE("GPL");
