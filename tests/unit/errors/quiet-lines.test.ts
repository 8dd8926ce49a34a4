import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { explainLog } from '../../../src/errors/explain-log.ts';
import type { Explanation } from '../../../src/errors/explanation.ts';
import { normaliseLine } from '../../../src/errors/normalise-line.ts';
import { REPORT_WORDS, SplatReader } from '../../../src/errors/splat-reader.ts';
import { fixturePath, OPEN, readFixture } from './shipped-catalogue.ts';

const LOGS = ['lab', 'recorded', 'tools', 'field'].flatMap((folder) =>
  readdirSync(fixturePath(folder))
    .filter((file) => file.endsWith('.txt') && !file.endsWith('.expected.txt'))
    .map((file) => `${folder}/${file}`),
);

/** What was found and where, without columns and texts. */
function outlineOf({ findings, splats, unexplained, spoken, lineCount }: Explanation): unknown {
  return {
    lineCount,
    spoken,
    findings: findings.map(({ entry, level, count, consequenceCount, occurrences }) => [
      entry.id,
      level,
      count,
      consequenceCount,
      occurrences.map(({ line }) => line),
    ]),
    splats,
    unexplained: unexplained.map(({ line, names }) => [line, names]),
  };
}

test('lines that are passed over by their words alone change nothing in the answer', () => {
  for (const name of LOGS) {
    const log = readFixture(name);
    // A control character is taken off by the normaliser, and keeps a line from being passed over.
    const coded = log.replace(/^(?=.)/gm, '\u0001');
    assert.deepEqual(outlineOf(explainLog(log, OPEN)), outlineOf(explainLog(coded, OPEN)), name);
  }
});

test('every line that opens a report has a word of those that do', () => {
  for (const name of LOGS)
    for (const line of readFixture(name).split('\n')) {
      const reader = new SplatReader();
      reader.push(1, normaliseLine(line));
      if (reader.isIdle) continue;
      const words = line.toLowerCase().split(/[^a-z0-9_]+/);
      assert.ok(
        words.some((word) => REPORT_WORDS.has(word)),
        line,
      );
    }
});
