// SPDX-License-Identifier: GPL-2.0 OR MIT

#define pr_fmt(fmt) KBUILD_MODNAME ": " fmt

#include <linux/completion.h>
#include <linux/dma-mapping.h>
#include <linux/interrupt.h>
#include <linux/io.h>
#include <linux/module.h>
#include <linux/mutex.h>
#include <linux/pci.h>
#include <linux/string.h>

/* QEMU's "edu", a device made for learning; its manual has the registers. */
#define EDU_VENDOR		0x1234
#define EDU_DEVICE		0x11e8

#define EDU_LIVENESS		0x04	/* reads as the complement of what was written */
#define EDU_FACTORIAL		0x08
#define EDU_STATUS		0x20
#define EDU_STATUS_IRQ		0x80	/* interrupt when a factorial is done */
#define EDU_IRQ_STATUS		0x24
#define EDU_IRQ_ACK		0x64
#define EDU_IRQ_FACTORIAL	0x001
#define EDU_IRQ_DMA		0x100
#define EDU_DMA_SOURCE		0x80
#define EDU_DMA_TARGET		0x88
#define EDU_DMA_COUNT		0x90
#define EDU_DMA_COMMAND		0x98
#define EDU_DMA_START		0x01
#define EDU_DMA_TO_MEMORY	0x02
#define EDU_DMA_IRQ		0x04
#define EDU_DMA_BUFFER		0x40000	/* where its own memory begins */

#define TEST_BYTES		256

struct edu {
	struct pci_dev *pci;
	void __iomem *regs;
	struct mutex lock;	/* one job at a time */
	struct completion done;
	u32 irq_status;
};

/* MSI is never shared, so every call is ours. */
static irqreturn_t edu_irq(int irq, void *arg)
{
	struct edu *edu = arg;

	edu->irq_status = readl(edu->regs + EDU_IRQ_STATUS);
	writel(edu->irq_status, edu->regs + EDU_IRQ_ACK);
	complete(&edu->done);
	return IRQ_HANDLED;
}

static int edu_wait(struct edu *edu, u32 reason)
{
	if (!wait_for_completion_timeout(&edu->done, msecs_to_jiffies(5000)))
		return -ETIMEDOUT;
	return edu->irq_status & reason ? 0 : -EIO;
}

static int edu_factorial(struct edu *edu, u32 number, u32 *result)
{
	int err;

	mutex_lock(&edu->lock);
	reinit_completion(&edu->done);
	writel(EDU_STATUS_IRQ, edu->regs + EDU_STATUS);
	writel(number, edu->regs + EDU_FACTORIAL);
	err = edu_wait(edu, EDU_IRQ_FACTORIAL);
	if (!err)
		*result = readl(edu->regs + EDU_FACTORIAL);
	mutex_unlock(&edu->lock);
	return err;
}

static int edu_dma(struct edu *edu, u64 source, u64 target, u32 direction)
{
	int err;

	mutex_lock(&edu->lock);
	reinit_completion(&edu->done);
	writel(source, edu->regs + EDU_DMA_SOURCE);
	writel(target, edu->regs + EDU_DMA_TARGET);
	writel(TEST_BYTES, edu->regs + EDU_DMA_COUNT);
	writel(EDU_DMA_START | direction | EDU_DMA_IRQ, edu->regs + EDU_DMA_COMMAND);
	err = edu_wait(edu, EDU_IRQ_DMA);
	mutex_unlock(&edu->lock);
	return err;
}

/* Into the device, wiped here, and back. */
static int edu_try_dma(struct edu *edu)
{
	dma_addr_t bus;
	u8 *memory = dma_alloc_coherent(&edu->pci->dev, TEST_BYTES, &bus, GFP_KERNEL);
	int i, err;

	if (!memory)
		return -ENOMEM;
	for (i = 0; i < TEST_BYTES; i++)
		memory[i] = i;
	err = edu_dma(edu, bus, EDU_DMA_BUFFER, 0);
	memset(memory, 0, TEST_BYTES);
	if (!err)
		err = edu_dma(edu, EDU_DMA_BUFFER, bus, EDU_DMA_TO_MEMORY);
	for (i = 0; i < TEST_BYTES && !err; i++)
		if (memory[i] != i)
			err = -EIO;
	dma_free_coherent(&edu->pci->dev, TEST_BYTES, memory, bus);
	return err;
}

/* /sys/bus/pci/drivers/edupci/<device>/factorial_of_10: an interrupt a read. */
static ssize_t factorial_of_10_show(struct device *dev, struct device_attribute *attr, char *buf)
{
	u32 result;
	int err = edu_factorial(dev_get_drvdata(dev), 10, &result);

	return err ? err : sysfs_emit(buf, "%u\n", result);
}
static DEVICE_ATTR_RO(factorial_of_10);

static struct attribute *edu_attrs[] = {
	&dev_attr_factorial_of_10.attr,
	NULL,
};
ATTRIBUTE_GROUPS(edu);

static int edu_probe(struct pci_dev *pci, const struct pci_device_id *id)
{
	struct edu *edu;
	int err;

	edu = devm_kzalloc(&pci->dev, sizeof(*edu), GFP_KERNEL);
	if (!edu)
		return -ENOMEM;
	edu->pci = pci;
	mutex_init(&edu->lock);
	init_completion(&edu->done);

	/* "m" stands for managed: undone by itself when probe fails or the device goes. */
	err = pcim_enable_device(pci);
	if (err)
		return err;
	err = pcim_iomap_regions(pci, BIT(0), "edupci");
	if (err)
		return err;
	edu->regs = pcim_iomap_table(pci)[0];

	/* The device reaches 28 bits of addresses; without asking, memory may lie above. */
	err = dma_set_mask_and_coherent(&pci->dev, DMA_BIT_MASK(28));
	if (err)
		return err;
	pci_set_master(pci);

	err = pci_alloc_irq_vectors(pci, 1, 1, PCI_IRQ_MSI);
	if (err < 0)
		return err;
	err = request_irq(pci_irq_vector(pci, 0), edu_irq, 0, "edupci", edu);
	if (err)
		goto free_vectors;
	pci_set_drvdata(pci, edu);

	writel(0x12345678, edu->regs + EDU_LIVENESS);
	if (readl(edu->regs + EDU_LIVENESS) != ~0x12345678u) {
		err = -ENODEV;
		goto release_irq;
	}
	pci_info(pci, "alive\n");
	err = edu_try_dma(edu);
	if (err)
		goto release_irq;
	pci_info(pci, "DMA there and back\n");
	return 0;

release_irq:
	free_irq(pci_irq_vector(pci, 0), edu);
free_vectors:
	pci_free_irq_vectors(pci);
	return err;
}

static void edu_remove(struct pci_dev *pci)
{
	struct edu *edu = pci_get_drvdata(pci);

	writel(0, edu->regs + EDU_STATUS);
	/* Waits for a handler that still runs. */
	free_irq(pci_irq_vector(pci, 0), edu);
	pci_free_irq_vectors(pci);
	pci_info(pci, "left\n");
}

static const struct pci_device_id edu_ids[] = {
	{ PCI_DEVICE(EDU_VENDOR, EDU_DEVICE) },
	{ }
};
MODULE_DEVICE_TABLE(pci, edu_ids);

static struct pci_driver edu_driver = {
	.name = "edupci",
	.id_table = edu_ids,
	.probe = edu_probe,
	.remove = edu_remove,
	.dev_groups = edu_groups,
};
module_pci_driver(edu_driver);

MODULE_DESCRIPTION("Registers, interrupt and DMA of QEMU's edu device");
MODULE_LICENSE("Dual MIT/GPL");
