import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findMatches } from '../../../src/client/find-matches.ts';

const TEXTS = ['kfree function', 'kmalloc function gone', 'linux/slab.h header'];

test('every word of the query must occur, in any order and case', () => {
  assert.deepEqual([...findMatches(TEXTS, 'FUNCTION kmal')], [1]);
  assert.deepEqual([...findMatches(TEXTS, 'function')], [0, 1]);
  assert.deepEqual([...findMatches(TEXTS, 'nothing')], []);
});

test('a blank query matches everything', () => {
  assert.deepEqual([...findMatches(TEXTS, '  ')], [0, 1, 2]);
});
