// SPDX-License-Identifier: GPL-2.0 OR MIT
#include <linux/module.h>
#include <linux/blkdev.h>
#include <linux/err.h>

static int __init demo_init(void)
{
	struct block_device *disk = blkdev_get_by_path("/dev/sda", FMODE_READ, THIS_MODULE);

	if (IS_ERR(disk))
		return PTR_ERR(disk);
	blkdev_put(disk, FMODE_READ);
	return 0;
}

static void __exit demo_exit(void)
{
}

module_init(demo_init);
module_exit(demo_exit);
MODULE_DESCRIPTION("Reproduces a message");
MODULE_LICENSE("GPL");
