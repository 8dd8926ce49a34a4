import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { DraftCache } from '../../../src/astro/draft-cache.ts';
import type { Draft } from '../../../src/compiler/draft.ts';

function folder(t: TestContext): string {
  const dir = mkdtempSync(join(tmpdir(), 'draft-cache-'));
  t.after(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}

const draftOf = (title: string): Draft => ({ title }) as unknown as Draft;

test('a draft is found again by its key, and only by the version that made it', (t) => {
  const dir = folder(t);
  const first = new DraftCache(dir, 'v1');
  first.set('a', draftOf('A'));
  first.close();
  const again = new DraftCache(dir, 'v1');
  assert.deepEqual(again.get('a'), draftOf('A'));
  assert.equal(again.get('b'), undefined);
  again.close();
  const other = new DraftCache(dir, 'v2');
  assert.equal(other.get('a'), undefined);
  other.close();
});

test('what no note of a run used is forgotten', (t) => {
  const dir = folder(t);
  const first = new DraftCache(dir, 'v1');
  for (const key of ['a', 'b', 'c']) first.set(key, draftOf(key));
  first.close();
  const second = new DraftCache(dir, 'v1');
  second.get('b');
  second.close();
  const third = new DraftCache(dir, 'v1');
  assert.deepEqual([third.get('a'), third.get('b')], [undefined, draftOf('b')]);
  third.close();
});

test('of two that are open at once the first writes and the second only reads', (t) => {
  const dir = folder(t);
  const made = new DraftCache(dir, 'v1');
  made.set('a', draftOf('A'));
  made.close();
  const lock = join(dir, 'drafts.lock');
  writeFileSync(lock, String(process.ppid));
  const reader = new DraftCache(dir, 'v1');
  assert.deepEqual(reader.get('a'), draftOf('A'));
  reader.set('b', draftOf('B'));
  reader.close();
  const later = new DraftCache(dir, 'v1');
  assert.equal(later.get('b'), undefined);
  later.close();
});

test('a lock that a process left behind long ago does not hold', (t) => {
  const dir = folder(t);
  const lock = join(dir, 'drafts.lock');
  writeFileSync(lock, String(process.ppid));
  utimesSync(lock, 1_000_000, 1_000_000);
  const cache = new DraftCache(dir, 'v1');
  cache.set('a', draftOf('A'));
  cache.close();
  const again = new DraftCache(dir, 'v1');
  assert.deepEqual(again.get('a'), draftOf('A'));
  again.close();
});

test('a lock that is just being written is held, and one that holds no number is not', (t) => {
  const dir = folder(t);
  const lock = join(dir, 'drafts.lock');
  for (const [content, isKept] of [
    ['', false],
    ['x', true],
  ] as const) {
    writeFileSync(lock, content);
    const cache = new DraftCache(dir, 'v1');
    cache.set('a', draftOf('A'));
    cache.close();
    const again = new DraftCache(dir, 'v1');
    assert.equal(again.get('a') !== undefined, isKept);
    again.close();
  }
});
