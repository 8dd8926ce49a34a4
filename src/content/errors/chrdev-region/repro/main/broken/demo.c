// SPDX-License-Identifier: GPL-2.0 OR MIT
#include <linux/module.h>
#include <linux/fs.h>
#include <linux/kdev_t.h>

static dev_t demo_number = MKDEV(600, 0);

static int __init demo_init(void)
{
	return register_chrdev_region(demo_number, 1, "demo");
}

static void __exit demo_exit(void)
{
	unregister_chrdev_region(demo_number, 1);
}

module_init(demo_init);
module_exit(demo_exit);
MODULE_DESCRIPTION("Reproduces a message");
MODULE_LICENSE("GPL");
