// SPDX-License-Identifier: GPL-2.0 OR MIT
#include <linux/module.h>
#include <linux/gfp.h>
#include <linux/mm.h>

#define DEMO_COUNT 100

static void *demo_blocks[DEMO_COUNT];

/* Takes blocks until there is none. */
static int demo_fill(void)
{
	int i;

	for (i = 0; i < DEMO_COUNT; i++) {
		demo_blocks[i] = (void *)__get_free_pages(GFP_KERNEL | __GFP_NORETRY, 10);
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
		free_pages((unsigned long)demo_blocks[count], 10);
	return 0;
}

static void __exit demo_exit(void)
{
}

module_init(demo_init);
module_exit(demo_exit);
MODULE_DESCRIPTION("Reproduces a message");
MODULE_LICENSE("GPL");
