import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rankPostings } from '../../../src/astro/rank-postings.ts';

test('a better place goes before more mentions, and more than eight mentions count as eight', () => {
  const postings = [
    { entry: 1, count: 8, place: 0 },
    { entry: 2, count: 30, place: 0 },
    { entry: 3, count: 1, place: 2 },
    { entry: 4, count: 7, place: 0 },
  ] as const;
  assert.deepEqual(
    rankPostings(postings).map(({ entry }) => entry),
    [3, 1, 2, 4],
  );
  assert.deepEqual(
    postings.map(({ entry }) => entry),
    [1, 2, 3, 4],
  );
});
