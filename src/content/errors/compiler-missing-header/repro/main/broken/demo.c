// SPDX-License-Identifier: GPL-2.0 OR MIT
#include <linux/module.h>
#include <asm/unaligned.h>

static const u8 demo_bytes[4] = { 1, 2, 3, 4 };

static int __init demo_init(void)
{
	return get_unaligned_le32(demo_bytes) ? 0 : -EINVAL;
}

static void __exit demo_exit(void)
{
}

module_init(demo_init);
module_exit(demo_exit);
MODULE_DESCRIPTION("Reproduces a message");
MODULE_LICENSE("GPL");
