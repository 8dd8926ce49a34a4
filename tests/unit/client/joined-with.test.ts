import assert from 'node:assert/strict';
import { test } from 'node:test';
import { joinedWith } from '../../../src/client/joined-with.ts';

test('what one line joins with a chosen place is lit with it, and nothing behind that', () => {
  const ends = [
    [0, 2],
    [2, 4],
    [1, 3],
  ];
  assert.deepEqual([...joinedWith(new Set([0]), ends)].sort(), [0, 2]);
  assert.deepEqual([...joinedWith(new Set([2]), ends)].sort(), [0, 2, 4]);
  assert.deepEqual([...joinedWith(new Set(), ends)], []);
});
