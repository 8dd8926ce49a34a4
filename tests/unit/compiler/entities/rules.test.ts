import assert from 'node:assert/strict';
import { test } from 'node:test';
import { recogniseNames } from '../../../../src/compiler/entities/recognise-names.ts';
import { RULES } from '../../../../src/compiler/entities/rules.ts';
import { blocksOf } from './entities-of.ts';

const LANGUAGES = ['c', 'shell', 'make', 'kconfig', 'dmesg', 'text'];

function rulesFiredBy(example: string): ReadonlySet<string> {
  const notes = [`${example}\n`, ...LANGUAGES.map((language) => `\`\`\`${language}\n${example}\n\`\`\`\n`)];
  return new Set(notes.flatMap((note) => recogniseNames(blocksOf(note)).map(({ rule }) => rule)));
}

for (const [id, { example }] of Object.entries(RULES)) {
  test(`the rule ${id} applies to its own example`, () => {
    assert.ok(rulesFiredBy(example).has(id), `${example}: ${[...rulesFiredBy(example)].join(' ')}`);
  });
}
