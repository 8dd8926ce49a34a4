import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { makeCorpus } from '../../../scripts/bench/make-corpus.ts';

const folder = mkdtempSync(join(tmpdir(), 'kernel-notes-corpus-'));
after(() => rmSync(folder, { recursive: true }));

function make(name: string, seed: number): readonly string[] {
  const files = makeCorpus(join(folder, name), { count: 40, seed });
  return files.map((file) => readFileSync(join(folder, name, file), 'utf8'));
}

test('the same seed gives the same notes, another one other notes', () => {
  const notes = make('a', 1);
  assert.deepEqual(make('b', 1), notes);
  assert.ok(make('c', 2).every((note, at) => note !== notes[at]));
});

test('a note has about 600 words of prose, three code blocks and a link to another note', () => {
  for (const note of make('d', 3)) {
    const blocks = note.match(/^```[\s\S]*?^```$/gm) ?? [];
    const prose = note.replace(/^```[\s\S]*?^```$/gm, '');
    const words = prose.split(/\s+/).length;
    assert.equal(blocks.length, 3);
    assert.ok(words > 450 && words < 750, `${words} words`);
    assert.match(prose, /\]\(\.\.\/[a-z0-9]+\/note-\d{5}\.md\)/);
  }
});

test('the names are many, and few of them are common', () => {
  const uses = new Map<string, number>();
  for (const [name] of make('e', 4)
    .join('\n')
    .matchAll(/\b[a-z0-9]+_[a-z]+_[a-z]+\b/g))
    uses.set(name, (uses.get(name) ?? 0) + 1);
  assert.ok(uses.size > 700, `${uses.size} names`);
  assert.ok([...uses.values()].filter((count) => count === 1).length > uses.size / 3);
});
