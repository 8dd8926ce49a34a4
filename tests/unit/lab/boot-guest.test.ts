import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { bootToEnd } from '../../../scripts/lab/boot-guest.ts';
import { END_MARKER } from '../../../scripts/lab/guest-script.ts';

/** Boots a machine that is a script: what it prints at each start, the last again and again. */
async function bootScript(...starts: readonly string[]) {
  const dir = mkdtempSync(join(tmpdir(), 'kn-boot-'));
  try {
    const qemu = join(dir, 'qemu');
    const cases = starts.map(
      (text, index) => `${index === starts.length - 1 ? '*' : index}) printf '%s\\n' '${text}' ;;`,
    );
    writeFileSync(
      qemu,
      `#!/bin/sh\nn=$(cat ${dir}/n 2>/dev/null || echo 0)\necho $((n + 1)) > ${dir}/n\ncase $n in\n${cases.join('\n')}\nesac\n`,
    );
    chmodSync(qemu, 0o755);
    const told: string[] = [];
    const boot = { qemu, vmlinuz: 'v', initramfs: 'i', limitSeconds: 60, loglevel: 1 as const };
    const { text } = await bootToEnd(boot, (line) => told.push(line));
    return { text: text.trim(), told, starts: Number(readFileSync(join(dir, 'n'), 'utf8')) };
  } finally {
    rmSync(dir, { recursive: true });
  }
}

test('a guest that comes to its end is booted once', async () => {
  assert.deepEqual(await bootScript(END_MARKER), { text: END_MARKER, told: [], starts: 1 });
});

test('a guest that dies is booted once more, which is told with its last line', async () => {
  assert.deepEqual(await bootScript('Kernel panic', END_MARKER), {
    text: END_MARKER,
    told: ['the guest died, its last line: Kernel panic; booted again'],
    starts: 2,
  });
});

test('what a guest shows twice is what it shows', async () => {
  const { text, starts } = await bootScript('Oops');
  assert.deepEqual({ text, starts }, { text: 'Oops', starts: 2 });
});
