import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { successionsSchema } from '../../../src/kernel/successions.ts';

const CONTENT_DIR = join(import.meta.dirname, '../../../src/content');
const RE_ROW = /^\| (`[^|]+`) \| ([^|]+) \| ([^|]+) \|$/gm;

test('each row of the table of old interfaces says of its names what the successions say', () => {
  const successions = successionsSchema.parse(
    JSON.parse(readFileSync(join(CONTENT_DIR, 'kernel/successions.json'), 'utf8')),
  );
  const note = readFileSync(join(CONTENT_DIR, 'topics/from-ldd3-to-6-12.md'), 'utf8').split('## Same name')[0] ?? '';
  const listed = [...note.matchAll(RE_ROW)].flatMap(([, names = '', now = '', how = '']) =>
    namesIn(names).map((from) => ({ from, replacedBy: namesIn(now), how: how.replaceAll('`', '') })),
  );
  assert.ok(listed.length > 100);
  assert.deepEqual(
    listed,
    listed.map(({ from }) => {
      const known = successions.find((one) => one.from === from);
      return { from, replacedBy: known?.replacedBy, how: known?.how };
    }),
  );
});

function namesIn(cell: string): readonly string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);
}
