// SPDX-License-Identifier: GPL-2.0 OR MIT

#define pr_fmt(fmt) KBUILD_MODNAME ": " fmt

#include <linux/init.h>
#include <linux/module.h>
#include <linux/moduleparam.h>
#include <linux/printk.h>

#define MAX_STEPS	4

static int times = 1;
module_param(times, int, 0444);
MODULE_PARM_DESC(times, "How often to greet (read only after loading)");

static char *whom = "world";
module_param(whom, charp, 0444);
MODULE_PARM_DESC(whom, "Whom to greet");

static int steps[MAX_STEPS];
static unsigned int step_count;
module_param_array(steps, int, &step_count, 0444);
MODULE_PARM_DESC(steps, "Up to four numbers, separated by commas");

static bool loud;
module_param(loud, bool, 0644);
MODULE_PARM_DESC(loud, "May be changed while the module is loaded");

static int percent = 50;

/* A parameter with a rule of its own: refuse what is out of range. */
static int percent_set(const char *text, const struct kernel_param *param)
{
	int value;
	int err = kstrtoint(text, 0, &value);

	if (err)
		return err;
	if (value < 0 || value > 100)
		return -ERANGE;
	return param_set_int(text, param);
}

static const struct kernel_param_ops percent_ops = {
	.set = percent_set,
	.get = param_get_int,
};

module_param_cb(percent, &percent_ops, &percent, 0644);
MODULE_PARM_DESC(percent, "A number from 0 to 100");

static int __init parameters_init(void)
{
	int i;

	for (i = 0; i < times; i++)
		pr_info("hello, %s\n", whom);
	for (i = 0; i < step_count; i++)
		pr_info("step %d is %d\n", i, steps[i]);
	return 0;
}

static void __exit parameters_exit(void)
{
	pr_info("loud=%d percent=%d\n", loud, percent);
}

module_init(parameters_init);
module_exit(parameters_exit);

MODULE_DESCRIPTION("Module parameters of several types, one with a check");
MODULE_LICENSE("Dual MIT/GPL");
