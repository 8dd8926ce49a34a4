// SPDX-License-Identifier: GPL-2.0 OR MIT
#include <linux/module.h>
#include <linux/u64_stats_sync.h>

static struct u64_stats_sync demo_sync;
static u64 demo_count;

static u64 demo_read(void)
{
	unsigned int start;
	u64 value;

	do {
		start = u64_stats_fetch_begin_irq(&demo_sync);
		value = demo_count;
	} while (u64_stats_fetch_retry_irq(&demo_sync, start));
	return value;
}

static int __init demo_init(void)
{
	return demo_read();
}

static void __exit demo_exit(void)
{
}

module_init(demo_init);
module_exit(demo_exit);
MODULE_DESCRIPTION("Reproduces a message");
MODULE_LICENSE("GPL");
