import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { NameFacts } from '../../../src/astro/kernel-facts.ts';
import { createNearNames } from '../../../src/astro/relate-names.ts';
import type { CompiledCorpus, CorpusEntity, CorpusEntry } from '../../../src/compiler/compile-corpus.ts';
import type { EntityKind } from '../../../src/model/entity.ts';

/** Names with their kinds and the entries that mention them. */
const NAMES: readonly (readonly [string, EntityKind, readonly number[]])[] = [
  ['pond', 'struct', [0]],
  ['level', 'field', [0]],
  ['pond_fill', 'function', [0, 1]],
  ['pond_dry', 'function', [2]],
  ['create_pond', 'function', [2]],
  ['kfree', 'function', [1]],
  ['modprobe', 'command', [1]],
];
const entities = NAMES.map(([name, kind, entries]) => ({
  name,
  kind,
  postings: entries.map((entry) => ({ entry, count: 1, place: 1 })),
})) as unknown as readonly CorpusEntity[];
const entries = [0, 1, 2].map((entry) => ({
  names: NAMES.flatMap(([, , of], number) => (of.includes(entry) ? [number] : [])),
})) as unknown as readonly CorpusEntry[];
const present = { state: 'present', file: 'kernel/pond.c' } as const;
const factsOf = (entity: number): NameFacts => ({
  status: { '6.1': present, '6.12': present },
  replacedBy: NAMES[entity]?.[0] === 'create_pond' ? [{ name: 'pond_fill', how: 'Call it.' }] : undefined,
});
const near = createNearNames({ entities, entries } as unknown as CompiledCorpus, factsOf, () => 'pond');
const named = (numbers: readonly number[]) => numbers.map((number) => NAMES[number]?.[0]);

test('siblings of one file stand before what the same notes mention, and tools apart from code', () => {
  const { related, predecessors } = near(2);
  assert.deepEqual(named(related), ['pond_dry', 'pond', 'kfree']);
  assert.deepEqual(named(predecessors), ['create_pond']);
});

test('a struct has the members that notes name, and a member its struct', () => {
  assert.deepEqual(named(near(0).members), ['level']);
  assert.equal(NAMES[near(1).owner ?? -1]?.[0], 'pond');
});
