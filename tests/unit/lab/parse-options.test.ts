import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseOptions, SMOKE } from '../../../scripts/lab/parse-options.ts';

test('without arguments everything runs on all releases', () => {
  assert.deepEqual(parseOptions([]), {
    only: [],
    releases: ['6.1', '6.12'],
    isChangedOnly: false,
    isListOnly: false,
    isKept: false,
  });
});

test('names and releases may be repeated', () => {
  assert.deepEqual(
    parseOptions(['--only', 'hello', '--only', 'kfifo', '--kernel', '6.12', '--changed', '--keep', '--list']),
    {
      only: ['hello', 'kfifo'],
      releases: ['6.12'],
      isChangedOnly: true,
      isListOnly: true,
      isKept: true,
    },
  );
});

test('the smoke set is three samples and three errors, and names may be added to it', () => {
  assert.equal(SMOKE.length, 6);
  assert.deepEqual(parseOptions(['--smoke', '--only', 'mmap']).only, ['mmap', ...SMOKE]);
});

test('a release that nobody knows and an unknown option are refused with the usage', () => {
  assert.throws(() => parseOptions(['--kernel', '2.6']), /No release 2\.6.*\n.*Usage/s);
  assert.throws(() => parseOptions(['--fast']), /--fast.*Usage/s);
});
