// SPDX-License-Identifier: GPL-2.0 OR MIT
#include <linux/module.h>
#include <linux/i2c.h>

static int demo_probe(struct i2c_client *client)
{
	return 0;
}

static const struct i2c_device_id demo_ids[] = {
	{ "demo" },
	{ }
};

static struct i2c_driver demo_driver = {
	.driver = { .name = "demo" },
	.probe = demo_probe,
	.id_table = demo_ids,
};

static int __init demo_init(void)
{
	return i2c_add_driver(&demo_driver);
}

static void __exit demo_exit(void)
{
}

module_init(demo_init);
module_exit(demo_exit);
MODULE_DESCRIPTION("Reproduces a message");
MODULE_LICENSE("GPL");
