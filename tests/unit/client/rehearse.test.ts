import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rehearse } from '../../../src/client/rehearse.ts';
import { OPEN } from '../errors/shipped-catalogue.ts';

/** Runs what was put off until nothing is left. */
function runAll(waiting: (() => void)[]): void {
  while (waiting.length > 0) waiting.shift()?.();
}

test('a rehearsal goes on in turns and tells when it is over', () => {
  const waiting: (() => void)[] = [];
  let over = 0;
  rehearse(
    OPEN,
    (work) => waiting.push(work),
    () => {
      over += 1;
    },
  );
  assert.equal(over, 0);
  runAll(waiting);
  assert.equal(over, 1);
});

test('a rehearsal that is stopped does nothing more', () => {
  const waiting: (() => void)[] = [];
  let over = 0;
  const stop = rehearse(
    OPEN,
    (work) => waiting.push(work),
    () => {
      over += 1;
    },
  );
  stop();
  runAll(waiting);
  assert.deepEqual([over, waiting.length], [0, 0]);
});
