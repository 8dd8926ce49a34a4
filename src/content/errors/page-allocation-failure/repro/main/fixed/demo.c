// SPDX-License-Identifier: GPL-2.0 OR MIT
#include <linux/module.h>
#include <linux/gfp.h>
#include <linux/mm.h>
#include <linux/vmalloc.h>

#define DEMO_COUNT 100

static void *demo_blocks[DEMO_COUNT];

/* Takes blocks until there is none. */
static int demo_fill(void)
{
	int i;

	for (i = 0; i < DEMO_COUNT; i++) {
		demo_blocks[i] = vmalloc(256 * 1024);
		if (!demo_blocks[i])
			break;
	}
	return i;
}

static int __init demo_init(void)
{
	int count = demo_fill();

	pr_info("%d blocks\n", count);
	while (count-- > 0)
		vfree(demo_blocks[count]);
	return 0;
}

static void __exit demo_exit(void)
{
}

module_init(demo_init);
module_exit(demo_exit);
MODULE_DESCRIPTION("Reproduces a message");
MODULE_LICENSE("GPL");
