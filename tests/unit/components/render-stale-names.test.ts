import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listStaleNames } from '../../../src/components/render-stale-names.ts';
import type { NameMark, NameRow } from '../../../src/model/page-views.ts';

const row = (id: string, mark: NameMark, mentionCount = 1): NameRow => ({
  id,
  title: id,
  url: `/name/${id}/`,
  kind: 'function',
  mark,
  mentionCount,
  entries: [],
});

test('stale names stand worst first, then by mentions, then by name; others are left out', () => {
  const rows = [
    row('b', 'moved'),
    row('a', 'fine'),
    row('d', 'gone', 2),
    row('c', 'gone', 9),
    row('e', 'gone', 2),
    row('f', 'slip'),
    row('g', 'unchecked'),
  ];
  assert.deepEqual(
    listStaleNames(rows).map(({ id }) => id),
    ['c', 'd', 'e', 'f', 'b'],
  );
});
