import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { NameFacts } from '../../../src/astro/kernel-facts.ts';
import { reportStaleNames } from '../../../src/astro/report-stale-names.ts';
import type { CompiledCorpus } from '../../../src/compiler/compile-corpus.ts';

const GONE: NameFacts = { status: { '6.1': { state: 'absent' }, '6.12': { state: 'absent' } } };

/** A corpus of `count` notes that name one entity each, on line 7. */
function corpusOf(count: number): CompiledCorpus {
  const entries = Array.from({ length: count }, (_, at) => ({
    entry: { source: { root: 'notes', file: `n${at}.md` } },
    draft: { mentions: Int32Array.from([0, 0, 0, 3, 7, 2, 0, 0, 0, 3, 9, 2]) },
    binding: { names: Int32Array.from([0]) },
  }));
  return { entries, entities: [{ name: 'old_name' }] } as unknown as CompiledCorpus;
}

test('a name that has a successor is reported once in each note, at its first mention', () => {
  const facts: NameFacts = { ...GONE, replacedBy: [{ name: 'new_name' }] as unknown as NameFacts['replacedBy'] };
  const found = reportStaleNames(
    corpusOf(5),
    () => facts,
    () => true,
  );
  assert.deepEqual(
    found.map(({ file, line, rule, expected }) => [file, line, rule, expected]),
    [0, 1, 2, 3, 4].map((at) => [`n${at}.md`, 7, 'stale-name', 'new_name']),
  );
});

test('a name that nothing knows is reported in three notes, the last of which counts the others', () => {
  const found = reportStaleNames(
    corpusOf(5),
    () => GONE,
    () => true,
  );
  assert.deepEqual(
    found.map(({ file }) => file),
    ['n0.md', 'n1.md', 'n2.md'],
  );
  assert.match(found[2]?.found ?? '', /2 more notes name it$/);
  assert.doesNotMatch(found[1]?.found ?? '', /more/);
});
