// SPDX-License-Identifier: GPL-2.0 OR MIT
#include <stdio.h>

int main(void)
{
	int number = 3;
	int *volatile pointer = &number;

	printf("%d\n", *pointer);
	return 0;
}
