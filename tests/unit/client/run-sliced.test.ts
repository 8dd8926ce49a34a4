import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runSliced } from '../../../src/client/run-sliced.ts';

function* countTo(last: number, taken: number[]): Generator<undefined> {
  for (let step = 1; step <= last; step += 1) {
    const until = performance.now() + 4;
    while (performance.now() < until);
    taken.push(step);
    yield;
  }
}

test('what fits into one turn is done at once', () => {
  const taken: number[] = [];
  let isDone = false;
  runSliced([1, 2, 3].map((step) => taken.push(step)).values(), () => {
    isDone = true;
  });
  assert.deepEqual(taken, [1, 2, 3]);
  assert.equal(isDone, true);
});

test('longer work lets others have their turn and ends all the same', async () => {
  const taken: number[] = [];
  await new Promise<void>((resolve) => {
    runSliced(countTo(12, taken), resolve);
    assert.ok(taken.length > 0 && taken.length < 12, `${taken.length} of 12 in the first turn`);
  });
  assert.equal(taken.length, 12);
});

test('work that is stopped takes no further step', async () => {
  const taken: number[] = [];
  const stop = runSliced(countTo(12, taken), () => assert.fail('it was stopped'));
  const before = taken.length;
  stop();
  await new Promise((resolve) => setTimeout(resolve, 30));
  assert.equal(taken.length, before);
});
