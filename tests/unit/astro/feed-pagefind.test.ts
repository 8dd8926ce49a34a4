import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { searchWords } from '../../../scripts/open-words.ts';
import { PagefindFeed, toSearchDocument } from '../../../src/astro/feed-pagefind.ts';
import type { SearchEntry } from '../../../src/search/search-source.ts';

const OUT = mkdtempSync(join(tmpdir(), 'kernel-notes-words-'));
after(() => rmSync(OUT, { recursive: true, force: true }));

function entryOf(id: string, bodyHtml: string): SearchEntry {
  return {
    id,
    kind: 'topic',
    title: `About ${id}`,
    url: `/topics/${id}/`,
    lang: undefined,
    tags: [],
    book: undefined,
    status: undefined,
    bodyHtml,
  } as unknown as SearchEntry;
}

test('an index of several volumes answers from all of them', async () => {
  const feed = await PagefindFeed.open('en', 500_000);
  const bodies = [
    'a spinning lock',
    'a sleeping mutex',
    'a waiting queue',
    'a waiting reader',
    'ein schlafender Leser',
  ];
  for (const [at, body] of bodies.entries()) await feed.add(entryOf(`n${at}`, `<p>${body}</p>`));
  await feed.write(OUT);
  assert.ok(existsSync(join(OUT, 'pagefind', '3', 'pagefind-entry.json')));
  assert.ok(!existsSync(join(OUT, 'pagefind', '2', 'pagefind.js')));
  const { volumes } = JSON.parse(readFileSync(join(OUT, 'pagefind', 'pagefind-entry.json'), 'utf8')) as {
    volumes: Record<string, unknown>;
  };
  assert.deepEqual(Object.keys(volumes), ['2', '3']);
  const first = await searchWords(OUT, 'spinning', 'en', 10);
  assert.deepEqual(
    first.hits.map(({ url }) => url),
    ['/topics/n0/'],
  );
  const second = await searchWords(OUT, 'waiting', 'en', 10);
  assert.deepEqual(second.hits.map(({ url }) => url).sort(), ['/topics/n2/', '/topics/n3/']);
});

test('a note is found by another title of it', () => {
  const document = toSearchDocument({ ...entryOf('n', '<p>x</p>'), aliases: ['disk vanishes', 'drive; lost'] }, 'en');
  assert.match(document, /<p data-pagefind-meta="aliases"[^>]*>disk vanishes; drive, lost<\/p>/);
});
