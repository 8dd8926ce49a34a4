import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { readPlainYaml } from '../../../scripts/errors/read-plain-yaml.ts';

const ERRORS = join(dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url))))), 'src/content/errors');

test('every shipped note is read as YAML reads it', () => {
  const unsure: string[] = [];
  for (const slug of readdirSync(ERRORS)) {
    const file = join(ERRORS, slug, 'index.md');
    if (!existsSync(file)) continue;
    const [, text = ''] = readFileSync(file, 'utf8').split(/^---\n/m);
    const value = readPlainYaml(text);
    if (value === undefined) unsure.push(slug);
    else assert.deepEqual(value, parse(text), slug);
  }
  assert.ok(unsure.length <= 5, `left to YAML as a whole: ${unsure.join(', ')}`);
});

test('what lies beyond the plain part is left to YAML', () => {
  for (const text of [
    'a: &x 1',
    'a: *x',
    'a: [1, 2]',
    'a: {b: c}',
    'a: >-\n  b',
    'a: b # c',
    'a: 1.5',
    'a: ~',
    'a: b\n  c',
    'a:\n',
    'a: 1\na: 2',
    '? a',
    'a: "\\x41"',
    "a: 'b",
    'a: 0x1f',
    '\ta: b',
    'a: b: c',
    '__proto__: x',
  ]) {
    assert.equal(readPlainYaml(text), undefined, text);
  }
});

test('plain mappings, lists, quotes and literal blocks are read', () => {
  const text =
    "a: x y\nb:\n- c: 'it''s'\n  d: \"q\\n\"\n- c: |-\n    one\n      two\ne:\n  f: 12\n  g:\n    - h\n    - '6.1'\ni: true";
  assert.deepEqual(readPlainYaml(text), parse(text));
});
