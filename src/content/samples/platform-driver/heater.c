// SPDX-License-Identifier: GPL-2.0 OR MIT

#define pr_fmt(fmt) KBUILD_MODNAME ": " fmt

#include <linux/device.h>
#include <linux/err.h>
#include <linux/init.h>
#include <linux/module.h>
#include <linux/mutex.h>
#include <linux/platform_device.h>
#include <linux/slab.h>

struct heater {
	struct mutex lock;	/* guards degrees */
	int degrees;
};

static ssize_t degrees_show(struct device *dev, struct device_attribute *attr, char *buf)
{
	struct heater *heater = dev_get_drvdata(dev);
	int degrees;

	mutex_lock(&heater->lock);
	degrees = heater->degrees;
	mutex_unlock(&heater->lock);
	return sysfs_emit(buf, "%d\n", degrees);
}

static ssize_t degrees_store(struct device *dev, struct device_attribute *attr,
			     const char *buf, size_t count)
{
	struct heater *heater = dev_get_drvdata(dev);
	int degrees;
	int err = kstrtoint(buf, 10, &degrees);

	if (err)
		return err;
	mutex_lock(&heater->lock);
	heater->degrees = degrees;
	mutex_unlock(&heater->lock);
	return count;
}
static DEVICE_ATTR_RW(degrees);

static struct attribute *heater_attrs[] = {
	&dev_attr_degrees.attr,
	NULL,
};
ATTRIBUTE_GROUPS(heater);

static void heater_switch_off(void *arg)
{
	struct device *dev = arg;

	dev_info(dev, "off\n");
}

static int heater_probe(struct platform_device *pdev)
{
	struct device *dev = &pdev->dev;
	struct heater *heater;

	/* Belongs to the device: freed when the driver lets go of it. */
	heater = devm_kzalloc(dev, sizeof(*heater), GFP_KERNEL);
	if (!heater)
		return -ENOMEM;
	mutex_init(&heater->lock);
	heater->degrees = 20;
	platform_set_drvdata(pdev, heater);
	dev_info(dev, "on\n");

	/* The same for things that no devm_ function knows; so no remove is needed. */
	return devm_add_action_or_reset(dev, heater_switch_off, dev);
}

static struct platform_driver heater_driver = {
	.probe = heater_probe,
	.driver = {
		.name = "heater",
		.dev_groups = heater_groups,
	},
};

static struct platform_device *device;

/* A board's device tree or firmware would name the device; here the module makes one itself. */
static int __init heater_init(void)
{
	int err = platform_driver_register(&heater_driver);

	if (err)
		return err;
	device = platform_device_register_simple("heater", 0, NULL, 0);
	if (IS_ERR(device)) {
		platform_driver_unregister(&heater_driver);
		return PTR_ERR(device);
	}
	return 0;
}

static void __exit heater_exit(void)
{
	platform_device_unregister(device);
	platform_driver_unregister(&heater_driver);
}

module_init(heater_init);
module_exit(heater_exit);

MODULE_DESCRIPTION("A platform driver, its device and an attribute");
MODULE_LICENSE("Dual MIT/GPL");
