import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NAMES_PER_PAGE, pageLengths, sortKeyOf } from '../../../src/astro/page-names.ts';

const named = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${prefix}${String(index).padStart(4, '0')}`);

test('a short list is one page', () => {
  assert.deepEqual(pageLengths(named('tcp_', 12)), [12]);
  assert.deepEqual(pageLengths([]), []);
});

test('a page ends where the beginning of the names changes', () => {
  assert.deepEqual(pageLengths([...named('sa', 300), ...named('sb', 300)]), [300, 300]);
});

test('one more name on a page with room moves no other name', () => {
  const before = [...named('sa', 300), ...named('sb', 300)];
  const after = [...named('sa', 301), ...named('sb', 300)];
  assert.deepEqual(pageLengths(before).slice(1), pageLengths(after).slice(1));
});

test('equal beginnings are cut finer, and no page is too long', () => {
  const lengths = pageLengths(named('x', 1700));
  assert.equal(
    lengths.reduce((sum, length) => sum + length, 0),
    1700,
  );
  assert.ok(lengths.every((length) => length <= NAMES_PER_PAGE));
});

test('names are listed without their leading underscores and case', () => {
  assert.equal(sortKeyOf('__Foo_bar'), 'foo_bar');
});
