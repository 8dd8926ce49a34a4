// SPDX-License-Identifier: GPL-2.0 OR MIT
#include <linux/module.h>
#include <linux/blkdev.h>
#include <linux/err.h>

static struct gendisk *demo_disk;

static int __init demo_init(void)
{
	struct queue_limits limits = { .logical_block_size = SECTOR_SIZE };

	demo_disk = blk_alloc_disk(&limits, NUMA_NO_NODE);
	if (IS_ERR(demo_disk))
		return PTR_ERR(demo_disk);
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
