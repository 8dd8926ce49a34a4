// SPDX-License-Identifier: GPL-2.0 OR MIT
#include <linux/module.h>
#include <linux/dma-mapping.h>
#include <linux/platform_device.h>
#include <linux/slab.h>

static struct platform_device *demo_device;
static void *demo_block;

static int __init demo_init(void)
{
	struct device *dev;
	dma_addr_t where;

	demo_device = platform_device_register_simple("demo", PLATFORM_DEVID_NONE, NULL, 0);
	if (IS_ERR(demo_device))
		return PTR_ERR(demo_device);
	dev = &demo_device->dev;
	dma_coerce_mask_and_coherent(dev, DMA_BIT_MASK(64));
	demo_block = kmalloc(64, GFP_KERNEL);
	where = dma_map_single(dev, demo_block, 64, DMA_TO_DEVICE);
	if (dma_mapping_error(dev, where))
		return -EIO;
	dma_unmap_single(dev, where, 32, DMA_TO_DEVICE);
	return 0;
}

static void __exit demo_exit(void)
{
	kfree(demo_block);
	platform_device_unregister(demo_device);
}

module_init(demo_init);
module_exit(demo_exit);
MODULE_DESCRIPTION("Reproduces a message");
MODULE_LICENSE("GPL");
