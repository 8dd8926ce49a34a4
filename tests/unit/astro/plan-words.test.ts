import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { holdsWords, recordWords } from '../../../src/astro/plan-words.ts';

const folder = mkdtempSync(join(tmpdir(), 'kernel-notes-plan-words-'));
after(() => rmSync(folder, { recursive: true, force: true }));

test('a word index is kept only for what it was made from, whole and untouched', () => {
  const outDir = join(folder, 'site');
  mkdirSync(join(outDir, 'pagefind', 'index'), { recursive: true });
  assert.equal(holdsWords('a', outDir), false, 'nothing is known of it');
  recordWords({ digest: 'a' }, outDir);
  assert.equal(holdsWords('a', outDir), false, 'there is no file in it');
  writeFileSync(join(outDir, 'pagefind', 'index', 'x.pf_index'), 'x');
  recordWords({ digest: 'a' }, outDir);
  assert.equal(holdsWords('a', outDir), true);
  assert.equal(holdsWords('b', outDir), false, 'the notes changed');
  writeFileSync(join(outDir, 'pagefind', 'index', 'x.pf_index'), 'xy');
  assert.equal(holdsWords('a', outDir), false, 'a file changed');
  recordWords({ digest: 'a' }, outDir);
  writeFileSync(join(outDir, 'pagefind', 'more'), '');
  assert.equal(holdsWords('a', outDir), false, 'a file came');
  rmSync(join(outDir, 'pagefind'), { recursive: true });
  assert.equal(holdsWords('a', outDir), false, 'the folder is gone');
});
