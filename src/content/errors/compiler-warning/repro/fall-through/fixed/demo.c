// SPDX-License-Identifier: GPL-2.0 OR MIT
#include <linux/module.h>
#include <linux/moduleparam.h>

static int demo_value;
module_param(demo_value, int, 0444);

static int demo_choose(void)
{
	int result = 0;

	switch (demo_value) {
	case 1:
		result = 1;
		fallthrough;
	case 2:
		result++;
		break;
	}
	return result;
}

static int __init demo_init(void)
{
	return demo_choose();
}

static void __exit demo_exit(void)
{
}

module_init(demo_init);
module_exit(demo_exit);
MODULE_DESCRIPTION("Reproduces a message");
MODULE_LICENSE("GPL");
