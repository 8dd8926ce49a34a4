import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { packArchive } from '../../../src/astro/pack-archive.ts';
import { archiveName, isDownload } from '../../../src/astro/sample-view.ts';

const FILES = [
  { path: 'hello.c', text: 'int x; /* é */\n' },
  { path: 'exercise.sh', text: '#!/bin/sh\nexit 0\n' },
  { path: 'Makefile', text: '' },
];

test('tar unpacks what was packed, and scripts can be run', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kn-archive-'));
  try {
    writeFileSync(join(folder, 'a.tar'), packArchive('hello', FILES));
    execFileSync('tar', ['xf', 'a.tar'], { cwd: folder });
    for (const { path, text } of FILES) assert.equal(readFileSync(join(folder, 'hello', path), 'utf8'), text);
    assert.equal(statSync(join(folder, 'hello', 'exercise.sh')).mode & 0o111, 0o111);
    assert.equal(statSync(join(folder, 'hello', 'hello.c')).mode & 0o111, 0);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('the same files are the same bytes, in whole blocks', () => {
  const packed = packArchive('hello', FILES);
  assert.deepEqual(packArchive('hello', FILES), packed);
  assert.equal(packed.length % 512, 0);
});

test('a path that the format cannot hold is refused', () => {
  assert.throws(() => packArchive('x', [{ path: 'a'.repeat(120), text: '' }]), /too long/);
});

test('only plain names that are not the page itself lie beside it', () => {
  assert.deepEqual(
    ['hello.c', 'Makefile', 'a-b_c.h', 'index.html', '../x', '.env', 'x.tar', 'a b'].filter(isDownload),
    ['hello.c', 'Makefile', 'a-b_c.h'],
  );
  assert.equal(archiveName('samples/team/char device'), 'char-device');
});
