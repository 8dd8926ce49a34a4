import assert from 'node:assert/strict';
import { test } from 'node:test';
import { explainLog } from '../../../src/errors/explain-log.ts';
import { OPEN, readFixture, SHIPPED } from './shipped-catalogue.ts';

interface FieldLine {
  /** Any of these is right; empty for a line that is no error. */
  readonly wanted: readonly string[];
  readonly line: string;
}

function readField(name: string): FieldLine[] {
  return readFixture(`field/${name}.txt`)
    .split('\n')
    .filter((row) => row !== '' && !row.startsWith('# '))
    .map((row) => {
      const [labels = '', line = ''] = row.split('\t', 2);
      return { wanted: labels === 'none' ? [] : labels.split('|'), line };
    });
}

for (const [name, least] of [
  ['first', 0.98],
  ['second', 0.98],
  ['third', 0.98],
  ['fourth', 0.95],
  ['fifth', 0.9],
] as const) {
  test(`lines in the form of field logs find their entry, and healthy ones none: ${name}`, (context) => {
    const lines = readField(name);
    const ids = new Set(SHIPPED.catalogue.entries.map(({ id }) => id));
    for (const { wanted } of lines) for (const id of wanted) assert.ok(ids.has(id), `there is an entry ${id}`);
    const troubles = lines.filter(({ wanted }) => wanted.length > 0);
    const answers = lines.map(({ wanted, line }) => ({ wanted, line, finding: explainLog(line, OPEN).findings[0] }));
    const wrong = answers.filter(
      ({ wanted, finding }) =>
        finding !== undefined && finding.entry.severity !== 'harmless' && !wanted.includes(finding.entry.id),
    );
    const found = answers.filter(({ wanted, finding }) => finding !== undefined && wanted.includes(finding.entry.id));
    const exact = found.filter(({ finding }) => finding?.level === 'exact');
    const recall = found.length / troubles.length;
    const precision = found.length / (found.length + wrong.length);
    context.diagnostic(
      `${troubles.length} lines of trouble: recall ${(recall * 100).toFixed(1)} % (exact ${exact.length}), precision ${(precision * 100).toFixed(1)} %; ${lines.length - troubles.length} healthy lines`,
    );
    const list = wrong.map(({ line, finding }) => `${finding?.entry.id}: ${line}`).join('\n');
    assert.deepEqual(
      wrong.filter(({ wanted }) => wanted.length === 0),
      [],
      list,
    );
    assert.ok(recall >= least, `recall ${recall}`);
    assert.ok(precision >= least, list);
  });
}
