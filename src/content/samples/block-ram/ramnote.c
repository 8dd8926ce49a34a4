// SPDX-License-Identifier: GPL-2.0 OR MIT

#define pr_fmt(fmt) KBUILD_MODNAME ": " fmt

#include <linux/bio.h>
#include <linux/blkdev.h>
#include <linux/init.h>
#include <linux/minmax.h>
#include <linux/module.h>
#include <linux/version.h>
#include <linux/vmalloc.h>

#define SIZE_KIB	1024

static struct gendisk *disk;
static u8 *memory;
static int major;

/* Does one bio, which may come from any number of processes at once. */
static void ramnote_submit_bio(struct bio *bio)
{
	loff_t position = (loff_t)bio->bi_iter.bi_sector << SECTOR_SHIFT;
	struct bvec_iter iter;
	struct bio_vec vec;

	/* The block layer has checked that it lies inside of the disk. */
	bio_for_each_segment(vec, bio, iter) {
		if (bio_data_dir(bio) == WRITE)
			memcpy_from_bvec(memory + position, &vec);
		else
			memcpy_to_bvec(&vec, memory + position);
		position += vec.bv_len;
	}
	bio_endio(bio);
}

static const struct block_device_operations ramnote_ops = {
	.owner = THIS_MODULE,
	.submit_bio = ramnote_submit_bio,
};

/* Limits are given along with the disk in 6.12; in 6.1 they are set afterwards. */
static struct gendisk *ramnote_alloc_disk(void)
{
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 12, 0)
	struct queue_limits limits = {
		.logical_block_size = SECTOR_SIZE,
		.physical_block_size = PAGE_SIZE,
	};

	return blk_alloc_disk(&limits, NUMA_NO_NODE);
#else
	struct gendisk *made = blk_alloc_disk(NUMA_NO_NODE);

	if (!made)
		return ERR_PTR(-ENOMEM);
	blk_queue_logical_block_size(made->queue, SECTOR_SIZE);
	blk_queue_physical_block_size(made->queue, PAGE_SIZE);
	return made;
#endif
}

static int __init ramnote_init(void)
{
	int err = -ENOMEM;

	memory = vzalloc(SIZE_KIB * 1024);
	if (!memory)
		return -ENOMEM;
	/* 0 asks for a free number. */
	major = register_blkdev(0, "ramnote");
	if (major < 0) {
		err = major;
		goto free_memory;
	}
	disk = ramnote_alloc_disk();
	if (IS_ERR(disk)) {
		err = PTR_ERR(disk);
		goto free_major;
	}
	disk->major = major;
	disk->first_minor = 0;
	disk->minors = 1;
	disk->flags |= GENHD_FL_NO_PART;
	disk->fops = &ramnote_ops;
	strscpy(disk->disk_name, "ramnote0", DISK_NAME_LEN);
	set_capacity(disk, SIZE_KIB * 1024 >> SECTOR_SHIFT);

	/* From here on the disk is read, so all must be ready. */
	err = add_disk(disk);
	if (err)
		goto put_disk;
	pr_info("%d KiB\n", SIZE_KIB);
	return 0;

put_disk:
	put_disk(disk);
free_major:
	unregister_blkdev(major, "ramnote");
free_memory:
	vfree(memory);
	return err;
}

static void __exit ramnote_exit(void)
{
	del_gendisk(disk);
	put_disk(disk);
	unregister_blkdev(major, "ramnote");
	vfree(memory);
	pr_info("gone\n");
}

module_init(ramnote_init);
module_exit(ramnote_exit);

MODULE_DESCRIPTION("A disk in memory");
MODULE_LICENSE("Dual MIT/GPL");
