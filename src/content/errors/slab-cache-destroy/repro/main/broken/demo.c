// SPDX-License-Identifier: GPL-2.0 OR MIT
#include <linux/module.h>
#include <linux/slab.h>

static struct kmem_cache *demo_cache;
static void *demo_object;

/* With a constructor the cache is its own: it is not merged with another of its size. */
static void demo_construct(void *object)
{
}

static int __init demo_init(void)
{
	demo_cache = kmem_cache_create("demo_cache", 100, 0, 0, demo_construct);
	if (!demo_cache)
		return -ENOMEM;
	demo_object = kmem_cache_alloc(demo_cache, GFP_KERNEL);
	return 0;
}

static void __exit demo_exit(void)
{
	kmem_cache_destroy(demo_cache);
}

module_init(demo_init);
module_exit(demo_exit);
MODULE_DESCRIPTION("Reproduces a message");
MODULE_LICENSE("GPL");
