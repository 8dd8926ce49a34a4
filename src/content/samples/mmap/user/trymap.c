// SPDX-License-Identifier: GPL-2.0 OR MIT
/* Maps /dev/mapnotes, writes through the mapping and reads it back through the file. */
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

int main(void)
{
	size_t bytes = 4 * (size_t)getpagesize();
	char buf[16] = "";
	int fd = open("/dev/mapnotes", O_RDWR);
	char *map = mmap(NULL, bytes, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);

	if (map == MAP_FAILED) {
		perror("mmap");
		return 1;
	}
	strcpy(map, "hello mapping");
	if (read(fd, buf, sizeof(buf)) != sizeof(buf))
		return 1;
	printf("read: %s\n", buf);
	map[bytes - 1] = 'z';
	printf("last byte: %c\n", map[bytes - 1]);
	printf("too long: %s\n", mmap(NULL, bytes + 1, PROT_READ, MAP_SHARED, fd, 0) == MAP_FAILED ? "refused" : "?");
	munmap(map, bytes);
	return close(fd);
}
