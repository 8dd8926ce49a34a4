import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { successionsSchema } from '../../../src/kernel/successions.ts';

const CONTENT_DIR = join(import.meta.dirname, '../../../src/content');
const RE_ROW = /^\| (`[^|]+`) \| ([^|]+) \| ([^|]+) \|$/gm;

test('the table of old interfaces says of each name what the successions say, and leaves none out', () => {
  const successions = successionsSchema.parse(
    JSON.parse(readFileSync(join(CONTENT_DIR, 'kernel/successions.json'), 'utf8')),
  );
  const known = new Map(successions.map(({ from, replacedBy, how }) => [from, { replacedBy, how }]));
  const note = readFileSync(join(CONTENT_DIR, 'topics/from-ldd3-to-6-12.md'), 'utf8').split('## Same name')[0] ?? '';
  const listed = new Map(
    [...note.matchAll(RE_ROW)].flatMap(([, names = '', now = '', how = '']) =>
      namesIn(names).map((name) => [name, { replacedBy: namesIn(now), how: how.replaceAll('`', '') }] as const),
    ),
  );
  const byName = (map: ReadonlyMap<string, unknown>) => [...map].sort(([a], [b]) => (a < b ? -1 : 1));
  assert.deepEqual(byName(listed), byName(known));
});

function namesIn(cell: string): readonly string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);
}
