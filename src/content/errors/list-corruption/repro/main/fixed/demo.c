// SPDX-License-Identifier: GPL-2.0 OR MIT
#include <linux/module.h>
#include <linux/list.h>

static LIST_HEAD(demo_list);
static LIST_HEAD(demo_entry);

static int __init demo_init(void)
{
	list_add(&demo_entry, &demo_list);
	list_del_init(&demo_entry);
	list_add(&demo_entry, &demo_list);
	return 0;
}

static void __exit demo_exit(void)
{
}

module_init(demo_init);
module_exit(demo_exit);
MODULE_DESCRIPTION("Reproduces a message");
MODULE_LICENSE("GPL");
