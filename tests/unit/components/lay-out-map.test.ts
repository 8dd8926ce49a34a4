import assert from 'node:assert/strict';
import { test } from 'node:test';
import { layOutMap } from '../../../src/components/lay-out-map.ts';
import { renderMap, renderMapList } from '../../../src/components/render-map.ts';
import type { MapView } from '../../../src/model/page-views.ts';

const VIEW: MapView = {
  chapters: [
    { title: '1. Locks & queues', url: '/locks/' },
    { title: '2. Memory', url: '/memory/' },
  ],
  names: [
    { title: 'kmalloc', url: '/n/kmalloc/', kind: 'function', mark: 'fine' },
    { title: 'spin_lock', url: '/n/spin_lock/', kind: 'macro', mark: 'gone' },
  ],
  samples: [
    { title: 'Pools', url: '/pools/' },
    { title: 'A lock', url: '/lock/' },
  ],
  edges: [
    [1, 2],
    [2, 4],
    [0, 3],
    [3, 5],
  ],
};

test('names and samples stand beside what they are joined with, chapters in the order of the book', () => {
  const { places } = layOutMap(VIEW);
  const yOf = (node: number) => places[node]?.y ?? Number.NaN;
  assert.deepEqual(
    places.map(({ column }) => column),
    [0, 0, 1, 1, 2, 2],
  );
  assert.ok(yOf(0) < yOf(1));
  assert.ok(yOf(3) < yOf(2), 'spin_lock beside the first chapter');
  assert.ok(yOf(5) < yOf(4), 'its sample beside it');
});

test('no two places of a column share a row, and all are on the sheet, whatever the edges are', () => {
  const names = Array.from({ length: 80 }, (_, i) => ({
    title: `n${i}`,
    url: `/${i}/`,
    kind: 'function' as const,
    mark: 'fine' as const,
  }));
  const edges = names.flatMap((_, i): [number, number][] => [
    [(i * 7) % 2, i + 2],
    [i + 2, 82 + (i % 2)],
  ]);
  const { places, height } = layOutMap({ ...VIEW, names, edges });
  for (const column of [0, 1, 2]) {
    const rows = places.filter((place) => place.column === column).map(({ y }) => y);
    assert.equal(new Set(rows).size, rows.length);
    const sorted = [...rows].sort((a, b) => a - b);
    for (const [i, y] of sorted.entries()) if (i > 0) assert.ok(y - (sorted[i - 1] ?? 0) >= 16);
    assert.ok(rows.every((y) => y > 0 && y < height));
  }
  assert.deepEqual(layOutMap({ ...VIEW, names, edges }), { places, height });
});

test('a map without names and samples is a column of chapters', () => {
  const { places } = layOutMap({ ...VIEW, names: [], samples: [], edges: [] });
  assert.equal(places.length, 2);
});

test('every place is a link, every line says what it joins, and what is gone is marked', () => {
  const html = renderMap(VIEW);
  assert.equal(html.match(/<a href=/g)?.length, 6);
  assert.deepEqual(
    [...html.matchAll(/data-of="([^"]+)"/g)].map(([, of]) => of),
    ['1 2', '2 4', '0 3', '3 5'],
  );
  assert.match(html, /<a href="\/n\/spin_lock\/" data-node="3" data-mark="gone">/);
  assert.match(html, />1\. Locks &amp; queues<\/text>/);
  assert.doesNotMatch(html, /style=|NaN/);
});

test('the list says of each chapter its names and the samples that use them', () => {
  const html = renderMapList(VIEW);
  assert.match(
    html,
    /Locks &amp; queues<\/a><p class="kn-map-names"><a class="n" href="\/n\/spin_lock\/" data-mark="gone">spin_lock<\/a><\/p><p>Samples: <a href="\/lock\/">A lock<\/a><\/p>/,
  );
  assert.match(html, /Memory<\/a><p class="kn-map-names">.*kmalloc.*<a href="\/pools\/">Pools<\/a>/);
});
