import { createHash } from 'node:crypto';
import { qemuArguments } from './boot-guest.ts';
import { BUILD_LINES } from './build-lines.ts';
import { guestScript } from './guest-script.ts';

/**
 * Raise it when a change to the lab could turn an outcome: how a case is built, put into a guest, or judged. All recorded
 * verdicts are then out of date. A change that cannot (words of a report, a new option, tidier code) leaves it alone.
 */
const HARNESS_VERSION = 1;

/**
 * Sixteen hexadecimal digits of the harness: of its version, and of what it hands out, taken as it is handed out (the
 * guest's `/init`, QEMU's arguments, the lines that build), so that a change there is noticed even when the version was
 * forgotten and an edit of comments or form goes by.
 */
export function hashHarness(): string {
  const machine = qemuArguments({
    vmlinuz: 'vmlinuz',
    initramfs: 'initramfs',
    limitSeconds: 0,
    loglevel: 1,
  });
  return createHash('sha256')
    .update(JSON.stringify([HARNESS_VERSION, guestScript([]), machine, BUILD_LINES]))
    .digest('hex')
    .slice(0, 16);
}
