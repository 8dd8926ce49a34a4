// SPDX-License-Identifier: GPL-2.0 OR MIT
#include <linux/module.h>
#include <linux/slab.h>

static char *demo_text;

static int __init demo_init(void)
{
	demo_text = kmalloc(32, GFP_KERNEL);
	if (!demo_text)
		return -ENOMEM;
	WRITE_ONCE(demo_text[31], '\0');
	kfree(demo_text);
	return 0;
}

static void __exit demo_exit(void)
{
}

module_init(demo_init);
module_exit(demo_exit);
MODULE_DESCRIPTION("Reproduces a message");
MODULE_LICENSE("GPL");
