// SPDX-License-Identifier: GPL-2.0 OR MIT
#include <linux/module.h>
#include <linux/fs.h>
#include <linux/uaccess.h>

static int __init demo_init(void)
{
	mm_segment_t old = get_fs();
	struct file *file = filp_open("/etc/hostname", O_RDONLY, 0);
	char text[16];

	if (IS_ERR(file))
		return PTR_ERR(file);
	set_fs(KERNEL_DS);
	vfs_read(file, (char __user *)text, sizeof(text), &file->f_pos);
	set_fs(old);
	filp_close(file, NULL);
	return 0;
}

static void __exit demo_exit(void)
{
}

module_init(demo_init);
module_exit(demo_exit);
MODULE_DESCRIPTION("Reproduces a message");
MODULE_LICENSE("GPL");
