import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseGuestLog } from '../../../scripts/lab/parse-guest-log.ts';

test('each step gets its own output, log, exit code and taint', () => {
  const { steps, isComplete } = parseGuestLog(
    'SeaBIOS\r\n@@STEP hello 1 load\r\n| text\r\n# hello: loaded\r\n@@DONE 0 0 12288\r\n@@END\r\n',
  );
  assert.equal(isComplete, true);
  assert.deepEqual(steps, [
    {
      name: 'hello',
      round: 1,
      step: 'load',
      output: ['text'],
      log: ['hello: loaded'],
      exitCode: 0,
      taintBefore: 0,
      taintAfter: 12288,
    },
  ]);
});

test('a step that never came back keeps what the kernel wrote to the console and has no exit code', () => {
  const { steps, isComplete } = parseGuestLog('@@STEP bad 1 load\nBUG: it died\nKernel panic - not syncing\n');
  assert.equal(isComplete, false);
  assert.deepEqual(steps[0]?.log, ['BUG: it died', 'Kernel panic - not syncing']);
  assert.equal(steps[0]?.exitCode, undefined);
});

test('a step without an end does not swallow the next one', () => {
  const { steps } = parseGuestLog('@@STEP a 1 load\n@@STEP b 1 load\n@@DONE 1 0 0\n@@END\n');
  assert.deepEqual(
    steps.map(({ name, exitCode }) => [name, exitCode]),
    [
      ['a', undefined],
      ['b', 1],
    ],
  );
});
