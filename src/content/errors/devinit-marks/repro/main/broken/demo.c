// SPDX-License-Identifier: GPL-2.0 OR MIT
#include <linux/module.h>
#include <linux/pci.h>

static void demo_remove(struct pci_dev *pdev)
{
}

static struct pci_driver demo_driver = {
	.name = "demo",
	.remove = __devexit_p(demo_remove),
};

static int __init demo_init(void)
{
	return demo_driver.remove ? 0 : -EINVAL;
}

static void __exit demo_exit(void)
{
}

module_init(demo_init);
module_exit(demo_exit);
MODULE_DESCRIPTION("Reproduces a message");
MODULE_LICENSE("GPL");
