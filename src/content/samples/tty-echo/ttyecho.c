// SPDX-License-Identifier: GPL-2.0 OR MIT

#define pr_fmt(fmt) KBUILD_MODNAME ": " fmt

#include <linux/ctype.h>
#include <linux/err.h>
#include <linux/init.h>
#include <linux/module.h>
#include <linux/tty.h>
#include <linux/tty_driver.h>
#include <linux/tty_flip.h>
#include <linux/version.h>

static struct tty_driver *driver;
static struct tty_port port;

/* The line "far away" answers in capitals. */
static void answer(const u8 *buf, size_t count)
{
	size_t i;

	for (i = 0; i < count; i++)
		tty_insert_flip_char(&port, toupper(buf[i]), TTY_NORMAL);
	/* Hands what was inserted to the line discipline. */
	tty_flip_buffer_push(&port);
}

#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 12, 0)
static ssize_t ttyecho_write(struct tty_struct *tty, const u8 *buf, size_t count)
#else
static int ttyecho_write(struct tty_struct *tty, const u8 *buf, int count)
#endif
{
	answer(buf, count);
	return count;
}

static unsigned int ttyecho_write_room(struct tty_struct *tty)
{
	return 4096;
}

static int ttyecho_open(struct tty_struct *tty, struct file *file)
{
	return tty_port_open(&port, tty, file);
}

static void ttyecho_close(struct tty_struct *tty, struct file *file)
{
	tty_port_close(&port, tty, file);
}

static void ttyecho_hangup(struct tty_struct *tty)
{
	tty_port_hangup(&port);
}

static const struct tty_operations ttyecho_ops = {
	.open = ttyecho_open,
	.close = ttyecho_close,
	.write = ttyecho_write,
	.write_room = ttyecho_write_room,
	.hangup = ttyecho_hangup,
};

/* A port may have functions for the hardware; there is none. */
static const struct tty_port_operations ttyecho_port_ops = { };

static int __init ttyecho_init(void)
{
	struct device *device;
	int err;

	driver = tty_alloc_driver(1, TTY_DRIVER_REAL_RAW | TTY_DRIVER_DYNAMIC_DEV);
	if (IS_ERR(driver))
		return PTR_ERR(driver);
	driver->driver_name = "ttyecho";
	driver->name = "ttyEcho";
	driver->type = TTY_DRIVER_TYPE_SERIAL;
	driver->subtype = SERIAL_TYPE_NORMAL;
	driver->init_termios = tty_std_termios;
	tty_set_operations(driver, &ttyecho_ops);

	tty_port_init(&port);
	port.ops = &ttyecho_port_ops;

	err = tty_register_driver(driver);
	if (err)
		goto put_driver;
	device = tty_port_register_device(&port, driver, 0, NULL);
	if (IS_ERR(device)) {
		err = PTR_ERR(device);
		goto unregister_driver;
	}
	pr_info("ready\n");
	return 0;

unregister_driver:
	tty_unregister_driver(driver);
put_driver:
	tty_driver_kref_put(driver);
	tty_port_destroy(&port);
	return err;
}

static void __exit ttyecho_exit(void)
{
	tty_unregister_device(driver, 0);
	tty_unregister_driver(driver);
	tty_driver_kref_put(driver);
	tty_port_destroy(&port);
	pr_info("gone\n");
}

module_init(ttyecho_init);
module_exit(ttyecho_exit);

MODULE_DESCRIPTION("A serial line whose far end answers in capitals");
MODULE_LICENSE("Dual MIT/GPL");
