// SPDX-License-Identifier: GPL-2.0 OR MIT
#include <linux/module.h>
#include <linux/blkdev.h>
#include <linux/blk-mq.h>

static struct blk_mq_tag_set demo_tags;

static blk_status_t demo_queue_rq(struct blk_mq_hw_ctx *context, const struct blk_mq_queue_data *data)
{
	blk_mq_start_request(data->rq);
	blk_mq_end_request(data->rq, BLK_STS_OK);
	return BLK_STS_OK;
}

static const struct blk_mq_ops demo_ops = {
	.queue_rq = demo_queue_rq,
};

static int __init demo_init(void)
{
	int err;

	demo_tags.ops = &demo_ops;
	demo_tags.nr_hw_queues = 1;
	demo_tags.queue_depth = 16;
	demo_tags.numa_node = NUMA_NO_NODE;
	err = blk_mq_alloc_tag_set(&demo_tags);
	if (!err)
		blk_mq_free_tag_set(&demo_tags);
	return err;
}

static void __exit demo_exit(void)
{
}

module_init(demo_init);
module_exit(demo_exit);
MODULE_DESCRIPTION("Reproduces a message");
MODULE_LICENSE("GPL");
