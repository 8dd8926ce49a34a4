import assert from 'node:assert/strict';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { qemuArguments } from '../../../scripts/lab/boot-guest.ts';
import { hashHarness } from '../../../scripts/lab/hash-harness.ts';
import { readRecordedRuns } from '../../../src/astro/recorded-runs.ts';

const content = join(dirname(fileURLToPath(import.meta.url)), '../../../src/content');

test('every recorded verdict was made by the harness as it is: what changes outcomes is followed by a whole run', () => {
  const { samples, errors } = readRecordedRuns(content);
  const others = [...samples, ...errors].filter(([, { harness }]) => harness !== hashHarness());
  assert.deepEqual(
    others.map(([name]) => name),
    [],
  );
  assert.ok(samples.size >= 25 && errors.size >= 100);
});

test('a guest has no network, disk or display, and nothing of the running system but kernel and initramfs', () => {
  const given = qemuArguments({ vmlinuz: 'K', initramfs: 'I', limitSeconds: 1, loglevel: 1 });
  for (const wanted of ['-nodefaults', '-no-user-config']) assert.ok(given.includes(wanted));
  assert.equal(given[given.indexOf('-nic') + 1], 'none');
  assert.equal(given[given.indexOf('-display') + 1], 'none');
  assert.deepEqual(
    given.filter((word) => /^-(?:netdev|net|device|drive|hd.|cdrom|virtfs|fsdev|blockdev|usb|monitor|qmp)/.test(word)),
    [],
  );
});
