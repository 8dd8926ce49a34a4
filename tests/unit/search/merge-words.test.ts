import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mergeWords } from '../../../src/search/merge-words.ts';

const part = (scores: Readonly<Record<string, number>>, isWanted = false) => ({
  pages: Object.entries(scores).map(([id, score]) => ({ id, score })),
  isWanted,
});

test('a page that has more of the query comes first, and a rare word counts more than a common one', () => {
  const merged = mergeWords([part({ a: 20, b: 20 }), part({ b: 18, c: 19 }), part({ a: 1, c: 1, d: 1 })]);
  assert.deepEqual(
    merged.map(({ id, parts }) => [id, parts]),
    [
      ['b', 2],
      ['a', 2],
      ['c', 2],
      ['d', 1],
    ],
  );
});

test('pages without a part that is wanted are no answer', () => {
  assert.deepEqual(
    mergeWords([part({ a: 1, b: 1 }, true), part({ a: 3, c: 9 })]).map(({ id }) => id),
    ['a', 'b'],
  );
  assert.deepEqual(mergeWords([part({}, true), part({ c: 9 })]), []);
});

test('a part of less weight counts for less', () => {
  const order = (weight: number) => mergeWords([{ ...part({ a: 5 }), weight }, part({ b: 4 })]).map(({ id }) => id);
  assert.deepEqual(order(1), ['a', 'b']);
  assert.deepEqual(order(0.5), ['b', 'a']);
});
