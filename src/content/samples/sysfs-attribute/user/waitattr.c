// SPDX-License-Identifier: GPL-2.0 OR MIT
/* Waits until the kernel says that a sysfs file has a new value, then prints it. */
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <unistd.h>

int main(int argc, char **argv)
{
	struct pollfd poll_fd = { .events = POLLPRI };
	char buf[64];
	ssize_t length;

	poll_fd.fd = open(argc > 1 ? argv[1] : "", O_RDONLY);
	/* The file must be read once, or poll() returns at once. */
	if (poll_fd.fd < 0 || read(poll_fd.fd, buf, sizeof(buf)) < 0) {
		perror("open");
		return 1;
	}
	puts("waiting");
	fflush(stdout);
	if (poll(&poll_fd, 1, 20000) != 1 || !(poll_fd.revents & POLLPRI)) {
		puts("no news");
		return 1;
	}
	length = pread(poll_fd.fd, buf, sizeof(buf) - 1, 0);
	if (length < 0)
		return 1;
	buf[length] = '\0';
	printf("new value: %s", buf);
	return 0;
}
