// SPDX-License-Identifier: GPL-2.0 OR MIT
#include <linux/module.h>
#include <linux/fs.h>
#include <linux/mm.h>

static unsigned long demo_flags;

static int __init demo_init(void)
{
	demo_flags = VM_IO | VM_DONTEXPAND | VM_DONTDUMP;
	return demo_flags ? 0 : -EINVAL;
}

static void __exit demo_exit(void)
{
}

module_init(demo_init);
module_exit(demo_exit);
MODULE_DESCRIPTION("Reproduces a message");
MODULE_LICENSE("GPL");
