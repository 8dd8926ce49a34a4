// SPDX-License-Identifier: GPL-2.0 OR MIT

#define pr_fmt(fmt) KBUILD_MODNAME ": " fmt

#include <linux/init.h>
#include <linux/mempool.h>
#include <linux/module.h>
#include <linux/slab.h>
#include <linux/string.h>

#define RESERVE	4
#define WANTED	64

struct parcel {
	u64 number;
	char address[184];
};

static struct kmem_cache *parcels;
static mempool_t *pool;
static struct parcel *taken[WANTED];

static int __init slabpool_init(void)
{
	unsigned int got = 0;
	int err = -ENOMEM;

	/* Many objects of one size: a cache packs them better than kmalloc() and counts them. */
	parcels = kmem_cache_create("slabpool_parcel", sizeof(struct parcel), 0,
				    SLAB_HWCACHE_ALIGN, NULL);
	if (!parcels)
		return -ENOMEM;

	/* Keeps a few of them back for the moment when memory is short. */
	pool = mempool_create_slab_pool(RESERVE, parcels);
	if (!pool)
		goto destroy_cache;

	for (got = 0; got < WANTED; got++) {
		/* With GFP_KERNEL a mempool waits until somebody gives one back; it never returns NULL. */
		taken[got] = mempool_alloc(pool, GFP_KERNEL);
		taken[got]->number = got;
	}
	pr_info("object %u bytes, pool keeps %d, took %u\n",
		kmem_cache_size(parcels), pool->min_nr, got);
	return 0;

destroy_cache:
	kmem_cache_destroy(parcels);
	return err;
}

static void __exit slabpool_exit(void)
{
	u64 sum = 0;
	int i;

	for (i = 0; i < WANTED; i++) {
		sum += taken[i]->number;
		mempool_free(taken[i], pool);
	}
	/* First the pool, then the cache: a cache with objects in use cannot be destroyed. */
	mempool_destroy(pool);
	kmem_cache_destroy(parcels);
	pr_info("sum %llu, all given back\n", sum);
}

module_init(slabpool_init);
module_exit(slabpool_exit);

MODULE_DESCRIPTION("A cache for objects of one size with a reserve");
MODULE_LICENSE("Dual MIT/GPL");
