import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { statusOf } from '../../src/kernel/status.ts';
import { type EntityKind, type EntityState, RELEASES, type Release } from '../../src/model/entity.ts';
import { shippedInventory, shippedKnowledge } from './kernel-trees.ts';

interface Expected {
  readonly state: EntityState;
  readonly file?: string;
  readonly to?: string;
}

interface ExpectedName extends Readonly<Record<Release, Expected>> {
  readonly name: string;
  readonly kind: EntityKind;
  readonly suggestion?: string;
}

/** Names of the two notes that the project grew from; states and files were read from the trees by hand. */
const names: readonly ExpectedName[] = JSON.parse(readFileSync(new URL('raw-notes.json', import.meta.url), 'utf8'));

test('every name of the first two notes has the state that its trees show, with file and successor', () => {
  const inventory = shippedInventory();
  const knowledge = shippedKnowledge();
  const wrong: string[] = [];
  for (const expected of names) {
    const { name, kind } = expected;
    const verdict = statusOf({ name, kind, isInProse: true }, inventory, knowledge);
    for (const release of RELEASES) {
      const { state, file, to } = verdict.status[release];
      const want = expected[release];
      const found = { state, ...(want.file === undefined ? {} : { file }), ...(want.to === undefined ? {} : { to }) };
      if (
        JSON.stringify(found) !==
        JSON.stringify({
          state: want.state,
          ...(want.file === undefined ? {} : { file: want.file }),
          ...(want.to === undefined ? {} : { to: want.to }),
        })
      ) {
        wrong.push(`${kind} ${name} in ${release}: ${JSON.stringify(found)}, expected ${JSON.stringify(want)}`);
      }
    }
    if (verdict.suggestion !== expected.suggestion)
      wrong.push(`${name}: suggestion ${verdict.suggestion}, expected ${expected.suggestion}`);
  }
  assert.deepEqual(wrong, []);
  assert.ok(names.length >= 120);
});
