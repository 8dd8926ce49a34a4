// SPDX-License-Identifier: GPL-2.0 OR MIT
#include <linux/module.h>
#include <linux/err.h>
#include <linux/firmware.h>
#include <linux/platform_device.h>

static struct platform_device *demo_device;

static int __init demo_init(void)
{
	const struct firmware *firmware;
	int err;

	demo_device = platform_device_register_simple("demo_fw", 0, NULL, 0);
	if (IS_ERR(demo_device))
		return PTR_ERR(demo_device);
	err = request_firmware(&firmware, "demo.bin", &demo_device->dev);
	if (err) {
		platform_device_unregister(demo_device);
		return err;
	}
	release_firmware(firmware);
	return 0;
}

static void __exit demo_exit(void)
{
	platform_device_unregister(demo_device);
}

module_init(demo_init);
module_exit(demo_exit);
MODULE_DESCRIPTION("Reproduces a message");
MODULE_LICENSE("GPL");
