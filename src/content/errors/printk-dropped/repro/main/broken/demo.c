// SPDX-License-Identifier: GPL-2.0 OR MIT
#include <linux/module.h>
#include <linux/delay.h>
#include <linux/ratelimit.h>

static int __init demo_init(void)
{
	int i;

	for (i = 0; i < 51; i++) {
		if (i == 50)
			msleep(5500);
		pr_info_ratelimited("number %d\n", i);
	}
	return 0;
}

static void __exit demo_exit(void)
{
}

module_init(demo_init);
module_exit(demo_exit);
MODULE_DESCRIPTION("Reproduces a message");
MODULE_LICENSE("GPL");
