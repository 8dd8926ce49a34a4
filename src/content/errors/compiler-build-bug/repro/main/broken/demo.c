// SPDX-License-Identifier: GPL-2.0 OR MIT
#include <linux/module.h>
#include <linux/build_bug.h>
#include <linux/types.h>

struct demo_record {
	__le32 id;
	__le16 length;
	__le32 sum;
} __packed;

static int __init demo_init(void)
{
	BUILD_BUG_ON(sizeof(struct demo_record) != 8);
	return 0;
}

static void __exit demo_exit(void)
{
}

module_init(demo_init);
module_exit(demo_exit);
MODULE_DESCRIPTION("Reproduces a message");
MODULE_LICENSE("GPL");
