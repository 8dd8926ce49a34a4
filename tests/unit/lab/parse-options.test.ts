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
    jobs: 1,
    limitMinutes: undefined,
    buildsDebugKernel: false,
    isSelfTest: false,
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
      jobs: 1,
      limitMinutes: undefined,
      buildsDebugKernel: false,
      isSelfTest: false,
    },
  );
});

test('a width and a time limit are numbers from 1', () => {
  const { jobs, limitMinutes } = parseOptions(['--jobs', '2', '--minutes', '12']);
  assert.deepEqual([jobs, limitMinutes], [2, 12]);
});

test('the smoke set is three samples and three errors, and names may be added to it', () => {
  assert.equal(SMOKE.length, 6);
  assert.deepEqual(parseOptions(['--smoke', '--only', 'mmap']).only, ['mmap', ...SMOKE]);
});

test('a release that nobody knows and an unknown option are refused with the usage', () => {
  assert.throws(() => parseOptions(['--kernel', '2.6']), /No release 2\.6.*\n.*Usage/s);
  assert.throws(() => parseOptions(['--jobs', 'many']), /--jobs wants a number.*Usage/s);
  assert.throws(() => parseOptions(['--minutes', '0']), /--minutes wants a number.*Usage/s);
  assert.throws(() => parseOptions(['--fast']), /--fast.*Usage/s);
});
