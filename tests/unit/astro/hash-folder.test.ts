import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { hashFolder } from '../../../src/astro/hash-folder.ts';

test('the hash follows code and expectations, and neither prose nor the place', (context) => {
  const [one, two] = ['one', 'two'].map((name) => {
    const dir = mkdtempSync(join(tmpdir(), `kernel-notes-${name}-`));
    context.after(() => rmSync(dir, { recursive: true }));
    mkdirSync(join(dir, 'user'));
    writeFileSync(join(dir, 'hello.c'), 'int x;');
    writeFileSync(join(dir, 'user', 'try.c'), 'int y;');
    writeFileSync(join(dir, 'index.md'), name);
    return dir;
  }) as [string, string];
  const before = hashFolder(one);
  assert.match(before ?? '', /^[0-9a-f]{16}$/);
  assert.equal(hashFolder(two), before);
  writeFileSync(join(two, 'user', 'try.c'), 'int z;');
  assert.notEqual(hashFolder(two), before);
});

test('a folder that is not there has no hash', () => {
  assert.equal(hashFolder(join(tmpdir(), 'kernel-notes-nowhere')), undefined);
});
