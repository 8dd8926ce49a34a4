#!/bin/sh
# SPDX-License-Identifier: GPL-2.0 OR MIT
ls /dev/mapnotes
trymap
