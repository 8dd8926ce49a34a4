import assert from 'node:assert/strict';
import { test } from 'node:test';
import { packTexts } from '../../../src/kernel/packed-bytes.ts';
import { PackedFiles } from '../../../src/kernel/packed-files.ts';

const FILES = [
  { text: 'fs/pond.c', mark: 1 },
  { text: 'fs/pond/main.c', mark: 2 },
  { text: 'fs/pond/main.ch', mark: 3 },
  { text: 'kernel/main.c', mark: 3 },
  { text: 'kernel/pond/main.c', mark: 1 },
];
const files = new PackedFiles(packTexts(FILES), 3);

test('a path is found as a whole only, with the releases that have it', () => {
  assert.equal(files.count, 5);
  for (const [index, { text, mark }] of FILES.entries()) {
    assert.equal(files.path(index), text);
    assert.equal(files.maskOf(text), mark);
  }
  for (const strange of ['', 'fs', 'fs/pond', 'fs/pond.', 'fs/pond.cc', 'kernel/pond/main.c2', 'zzz', 'a'])
    assert.equal(files.maskOf(strange), 0, strange);
  assert.equal(files.path(5), '');
});

test('a folder is in every release that has a file in it', () => {
  assert.deepEqual(
    ['fs/', 'fs/pond/', 'kernel/pond/', 'pond/', 'fs/pond.c/'].map((folder) => files.maskOf(folder)),
    [3, 3, 1, 0, 0],
  );
});

test('a base name gives all files that are called so, in order, and no folders', () => {
  assert.deepEqual(files.named('main.c'), [1, 3, 4]);
  assert.deepEqual(files.named('pond.c'), [0]);
  assert.deepEqual(files.named('ain.c'), []);
  assert.deepEqual(files.named('pond'), []);
});
