// SPDX-License-Identifier: GPL-2.0 OR MIT
int demo_part(void);

int demo_part(void)
{
	return 0;
}
