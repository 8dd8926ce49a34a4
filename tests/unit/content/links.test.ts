import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { linkLedgerSchema } from '../../../src/model/link-ledger.ts';

const ROOT = join(import.meta.dirname, '../../..');
const CONTENT_DIR = join(ROOT, 'src/content');
/** The folder of the two notes that the project grew from; they are no part of it. */
const RAW_DIR = process.env['RAW_NOTES_DIR'] ?? join(ROOT, '..', 'shared', 'notes');
const RE_ADDRESS = /https?:\/\/[^\s<>"'`)\]]+/g;
/** Addresses that examples make up. */
const RE_MADE_UP = /^https?:\/\/(?:localhost|127\.0\.0\.1|(?:[\w-]+\.)*example\.\w+)/;

const ledger = linkLedgerSchema.parse(JSON.parse(readFileSync(join(CONTENT_DIR, 'links.json'), 'utf8')));
const known = new Set(ledger.map(({ url }) => url));

test('every outside link in the shipped notes is in the ledger', () => {
  const missing = markdownBelow(CONTENT_DIR).flatMap((file) =>
    addressesIn(join(CONTENT_DIR, file))
      .filter((url) => !known.has(url))
      .map((url) => `${file}: ${url}`),
  );
  assert.deepEqual(missing, []);
});

test('every outside link of the notes that the project grew from is in the ledger', {
  skip: !existsSync(RAW_DIR) && 'set RAW_NOTES_DIR to the folder of the notes',
}, () => {
  const found = markdownBelow(RAW_DIR).flatMap((file) => addressesIn(join(RAW_DIR, file)));
  assert.ok(found.length > 0);
  assert.deepEqual(
    found.filter((url) => !known.has(url)),
    [],
  );
});

test('the ledger is sorted by address, and each address stands in it once', () => {
  const urls = ledger.map(({ url }) => url);
  assert.deepEqual(urls, [...new Set(urls)].sort());
});

test('each entry that a link belongs to exists', () => {
  const missing = ledger.flatMap(({ url, entries }) =>
    entries
      .filter((id) => ![`${id}.md`, `${id}/index.md`].some((file) => existsSync(join(CONTENT_DIR, file))))
      .map((id) => `${url}: ${id}`),
  );
  assert.deepEqual(missing, []);
});

test('an archived copy that is not of the same address is refused', () => {
  const [first] = ledger.filter(({ archive }) => archive !== undefined);
  assert.ok(first);
  assert.equal(linkLedgerSchema.safeParse([first]).success, true);
  assert.equal(linkLedgerSchema.safeParse([{ ...first, archive: `${first.archive}x` }]).success, false);
});

function markdownBelow(dir: string): readonly string[] {
  return readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .sort();
}

function addressesIn(file: string): readonly string[] {
  return (readFileSync(file, 'utf8').match(RE_ADDRESS) ?? [])
    .map((url) => url.replace(/[.,;:]+$/, ''))
    .filter((url) => !RE_MADE_UP.test(url));
}
