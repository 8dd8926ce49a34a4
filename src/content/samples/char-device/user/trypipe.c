// SPDX-License-Identifier: GPL-2.0 OR MIT
/* Tries every file operation of /dev/notepipe that a shell cannot reach. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "../notepipe.h"

static volatile sig_atomic_t signals;

static void on_sigio(int number)
{
	(void)number;
	signals++;
}

int main(void)
{
	struct pollfd poll_fd = { .events = POLLIN | POLLOUT };
	char buf[2000] = "";
	__u32 fill = 0;
	int fd = open("/dev/notepipe", O_RDWR | O_NONBLOCK);

	if (fd < 0) {
		perror("open");
		return 1;
	}
	poll_fd.fd = fd;

	printf("read when empty: %s\n", read(fd, buf, 1) < 0 && errno == EAGAIN ? "EAGAIN" : "?");
	poll(&poll_fd, 1, 0);
	printf("poll when empty: in=%d out=%d\n", !!(poll_fd.revents & POLLIN), !!(poll_fd.revents & POLLOUT));

	signal(SIGIO, on_sigio);
	fcntl(fd, F_SETOWN, getpid());
	fcntl(fd, F_SETFL, fcntl(fd, F_GETFL) | O_ASYNC);
	printf("write: %zd\n", write(fd, "hello", 5));
	printf("signals: %d\n", (int)signals);
	ioctl(fd, NOTEPIPE_GET_FILL, &fill);
	printf("fill: %u\n", fill);
	poll(&poll_fd, 1, 0);
	printf("poll when filled: in=%d out=%d\n", !!(poll_fd.revents & POLLIN), !!(poll_fd.revents & POLLOUT));
	printf("read: %zd %.5s\n", read(fd, buf, sizeof(buf)), buf);

	printf("write too much: %zd\n", write(fd, buf, sizeof(buf)));
	printf("write when full: %s\n", write(fd, buf, 1) < 0 && errno == EAGAIN ? "EAGAIN" : "?");
	printf("clear: %d\n", ioctl(fd, NOTEPIPE_CLEAR));
	ioctl(fd, NOTEPIPE_GET_FILL, &fill);
	printf("fill: %u\n", fill);
	printf("unknown ioctl: %s\n", ioctl(fd, _IO('n', 99)) < 0 && errno == ENOTTY ? "ENOTTY" : "?");
	printf("seek: %s\n", lseek(fd, 0, SEEK_SET) < 0 && errno == ESPIPE ? "ESPIPE" : "?");
	return close(fd);
}
