import assert from 'node:assert/strict';
import { test } from 'node:test';
import { explainLog } from '../../../src/errors/explain-log.ts';
import { rehearsalLines } from '../../../src/errors/rehearsal-lines.ts';
import { OPEN } from './shipped-catalogue.ts';

test('what is rehearsed is of every kind: known exactly, similar, and quiet', () => {
  const lines = [...rehearsalLines(OPEN)];
  const levels = new Map<string, number>();
  for (const line of lines) {
    const level = explainLog(`${'quiet\n'.repeat(6)}${line}`, OPEN).findings[0]?.level ?? 'none';
    levels.set(level, (levels.get(level) ?? 0) + 1);
  }
  for (const level of ['exact', 'similar', 'none'])
    assert.ok((levels.get(level) ?? 0) > 50, JSON.stringify([...levels]));
  assert.ok(lines.length < 3000, `${lines.length}`);
});
