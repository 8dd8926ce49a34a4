// SPDX-License-Identifier: GPL-2.0 OR MIT
#include <linux/module.h>
#include <linux/sysctl.h>

static int demo_value;

static struct ctl_table demo_table[] = {
	{
		.procname = "demo",
		.data = &demo_value,
		.maxlen = sizeof(demo_value),
		.mode = 0644,
		.proc_handler = proc_dointvec,
	},
};

static struct ctl_table_header *demo_header;

static int __init demo_init(void)
{
	demo_header = register_sysctl("kernel", demo_table);
	return demo_header ? 0 : -ENOMEM;
}

static void __exit demo_exit(void)
{
}

module_init(demo_init);
module_exit(demo_exit);
MODULE_DESCRIPTION("Reproduces a message");
MODULE_LICENSE("GPL");
