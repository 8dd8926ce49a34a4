import assert from 'node:assert/strict';
import { test } from 'node:test';
import { entryIdOf, escapeSegment, shortHash } from '../../../src/compiler/assign-ids.ts';

test('an id is the path in its collection', () => {
  assert.deepEqual(
    [
      entryIdOf('topic', '', 'deep/My Note.md', ''),
      entryIdOf('topic', 'vault', 'a.md', 'part'),
      entryIdOf('error', '', 'errors/bad/index.md', ''),
      entryIdOf('topic', '', 'index.md', ''),
      entryIdOf('topic', '', 'notes.txt', ''),
      entryIdOf('topic', '', 'a.txt.md', ''),
      entryIdOf('topic', '', '..md', ''),
    ],
    [
      'topics/deep/My+Note',
      'topics/vault/a/part',
      'errors/bad',
      'topics/index',
      'topics/notes.txt',
      'topics/a.txt.md',
      'topics/~2e',
    ],
  );
});

test('a segment is never empty, hidden, a step up, or too long for a file system', () => {
  assert.deepEqual(['', '.', '..', '.git', 'a & b', 'a%2e', '内核'].map(escapeSegment), [
    '~',
    '~2e',
    '~2e.',
    '~2egit',
    'a+~26+b',
    'a~252e',
    '内核',
  ]);
  const [long, other] = [escapeSegment('内'.repeat(300)), escapeSegment(`${'内'.repeat(299)}核`)];
  assert.ok(Buffer.byteLength(long) <= 200);
  assert.notEqual(long, other);
  assert.equal(shortHash('a'), 'e40c292c');
});
