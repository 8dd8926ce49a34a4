// SPDX-License-Identifier: GPL-2.0 OR MIT
#include <linux/module.h>
#include <linux/delay.h>
#include <linux/slab.h>

static int __init demo_init(void)
{
	int i;

	for (i = 0; i < 1000; i++) {
		char *text = kmalloc(64, GFP_KERNEL);

		if (!text)
			return -ENOMEM;
		READ_ONCE(*(volatile char *)text);
		kfree(text);
		usleep_range(500, 1000);
	}
	return 0;
}

static void __exit demo_exit(void)
{
}

module_init(demo_init);
module_exit(demo_exit);
MODULE_DESCRIPTION("Reproduces a message");
MODULE_LICENSE("GPL");
