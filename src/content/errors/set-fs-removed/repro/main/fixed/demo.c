// SPDX-License-Identifier: GPL-2.0 OR MIT
#include <linux/module.h>
#include <linux/fs.h>

static int __init demo_init(void)
{
	struct file *file = filp_open("/etc/hostname", O_RDONLY, 0);
	loff_t position = 0;
	char text[16];
	ssize_t length;

	if (IS_ERR(file))
		return PTR_ERR(file);
	length = kernel_read(file, text, sizeof(text), &position);
	filp_close(file, NULL);
	return length < 0 ? length : 0;
}

static void __exit demo_exit(void)
{
}

module_init(demo_init);
module_exit(demo_exit);
MODULE_DESCRIPTION("Reproduces a message");
MODULE_LICENSE("GPL");
