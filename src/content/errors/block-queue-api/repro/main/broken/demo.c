// SPDX-License-Identifier: GPL-2.0 OR MIT
#include <linux/module.h>
#include <linux/blkdev.h>

static struct gendisk *demo_disk;

static int __init demo_init(void)
{
	demo_disk = blk_alloc_disk(NUMA_NO_NODE);
	if (!demo_disk)
		return -ENOMEM;
	put_disk(demo_disk);
	return 0;
}

static void __exit demo_exit(void)
{
}

module_init(demo_init);
module_exit(demo_exit);
MODULE_DESCRIPTION("Reproduces a message");
MODULE_LICENSE("GPL");
