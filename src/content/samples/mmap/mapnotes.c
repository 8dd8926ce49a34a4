// SPDX-License-Identifier: GPL-2.0 OR MIT

#define pr_fmt(fmt) KBUILD_MODNAME ": " fmt

#include <linux/fs.h>
#include <linux/init.h>
#include <linux/miscdevice.h>
#include <linux/mm.h>
#include <linux/module.h>
#include <linux/vmalloc.h>

#define MAP_BYTES	(4 * PAGE_SIZE)

static char *memory;

static int mapnotes_mmap(struct file *file, struct vm_area_struct *vma)
{
	/* Checks offset and length against the area, so a program cannot see more than that. */
	return remap_vmalloc_range(vma, memory, vma->vm_pgoff);
}

static ssize_t mapnotes_read(struct file *file, char __user *buf, size_t count, loff_t *pos)
{
	return simple_read_from_buffer(buf, count, pos, memory, MAP_BYTES);
}

static const struct file_operations mapnotes_fops = {
	.owner = THIS_MODULE,	/* also keeps the module while a mapping lives */
	.read = mapnotes_read,
	.llseek = default_llseek,
	.mmap = mapnotes_mmap,
};

static struct miscdevice mapnotes_device = {
	.minor = MISC_DYNAMIC_MINOR,
	.name = "mapnotes",
	.fops = &mapnotes_fops,
	.mode = 0600,
};

static int __init mapnotes_init(void)
{
	int err;

	/* Zeroed pages, marked as fit for user space. */
	memory = vmalloc_user(MAP_BYTES);
	if (!memory)
		return -ENOMEM;
	err = misc_register(&mapnotes_device);
	if (err) {
		vfree(memory);
		return err;
	}
	pr_info("ready\n");
	return 0;
}

static void __exit mapnotes_exit(void)
{
	misc_deregister(&mapnotes_device);
	pr_info("a program left \"%.16s\"\n", memory);
	vfree(memory);
}

module_init(mapnotes_init);
module_exit(mapnotes_exit);

MODULE_DESCRIPTION("Memory of the kernel mapped into a program");
MODULE_LICENSE("Dual MIT/GPL");
