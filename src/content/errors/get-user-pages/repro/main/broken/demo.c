// SPDX-License-Identifier: GPL-2.0 OR MIT
#include <linux/module.h>
#include <linux/mm.h>

static struct page *demo_page;

static int __init demo_init(void)
{
	long pinned;

	mmap_read_lock(current->mm);
	pinned = get_user_pages(0x10000, 1, FOLL_WRITE, &demo_page, NULL);
	mmap_read_unlock(current->mm);
	return pinned < 0 ? pinned : 0;
}

static void __exit demo_exit(void)
{
}

module_init(demo_init);
module_exit(demo_exit);
MODULE_DESCRIPTION("Reproduces a message");
MODULE_LICENSE("GPL");
