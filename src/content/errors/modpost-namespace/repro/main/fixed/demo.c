// SPDX-License-Identifier: GPL-2.0 OR MIT
#include <linux/module.h>
#include <linux/dma-buf.h>
#include <linux/err.h>

static int demo_try(int fd)
{
	struct dma_buf *buffer = dma_buf_get(fd);

	if (IS_ERR(buffer))
		return PTR_ERR(buffer);
	dma_buf_put(buffer);
	return 0;
}

MODULE_IMPORT_NS(DMA_BUF);

static int __init demo_init(void)
{
	return demo_try(0) == -EBADF ? 0 : -EINVAL;
}

static void __exit demo_exit(void)
{
}

module_init(demo_init);
module_exit(demo_exit);
MODULE_DESCRIPTION("Reproduces a message");
MODULE_LICENSE("GPL");
