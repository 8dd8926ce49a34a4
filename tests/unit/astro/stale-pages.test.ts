import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stalePageLengths, worstFirst } from '../../../src/astro/stale-pages.ts';
import type { NameMark } from '../../../src/model/page-views.ts';

const name = (id: string, mark: NameMark, mentionCount = 1) => ({ id, mark, mentionCount });
const ids = Array.from({ length: 6000 }, (_, number) => `gone_${number}`);

test('stale names stand worst first, then by mentions, then by name; others are left out', () => {
  const names = [
    name('b', 'moved'),
    name('a', 'fine'),
    name('d', 'gone', 2),
    name('c', 'gone', 9),
    name('e', 'gone', 2),
    name('f', 'slip'),
    name('g', 'unchecked'),
  ];
  assert.deepEqual(
    worstFirst(names).map(({ id }) => id),
    ['c', 'd', 'e', 'f', 'b'],
  );
});

test('up to 500 stale names stand on one page, more on pages of 251 to 500', () => {
  assert.deepEqual(stalePageLengths([]), [0]);
  assert.deepEqual(stalePageLengths(ids.slice(0, 500)), [500]);
  const lengths = stalePageLengths(ids);
  assert.equal(
    lengths.reduce((sum, length) => sum + length, 0),
    ids.length,
  );
  assert.ok(
    lengths.slice(0, -1).every((length) => length > 250 && length <= 500),
    lengths.join(),
  );
  assert.ok((lengths.at(-1) ?? 0) <= 500);
});

test('one more stale name changes the page on which it stands and seldom another', () => {
  const before = new Set(pagesOf(ids));
  const changed = Array.from({ length: 60 }, (_, step) => {
    const more = ids.toSpliced(step * 100, 0, `also_gone_${step}`);
    return pagesOf(more).filter((page) => !before.has(page)).length;
  });
  assert.ok(
    changed.every((count) => count >= 1 && count <= 8),
    changed.join(),
  );
  assert.ok(changed.filter((count) => count === 1).length > 50, changed.join());
});

function pagesOf(all: readonly string[]): readonly string[] {
  let from = 0;
  return stalePageLengths(all).map((length) => {
    from += length;
    return all.slice(from - length, from).join();
  });
}
