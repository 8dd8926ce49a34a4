// SPDX-License-Identifier: GPL-2.0 OR MIT
#include <linux/module.h>
#include <linux/blkdev.h>
#include <linux/err.h>

static int __init demo_init(void)
{
	struct file *file = bdev_file_open_by_path("/dev/sda", BLK_OPEN_READ, THIS_MODULE, NULL);

	if (IS_ERR(file))
		return PTR_ERR(file);
	bdev_fput(file);
	return 0;
}

static void __exit demo_exit(void)
{
}

module_init(demo_init);
module_exit(demo_exit);
MODULE_DESCRIPTION("Reproduces a message");
MODULE_LICENSE("GPL");
