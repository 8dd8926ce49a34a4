import assert from 'node:assert/strict';
import { test } from 'node:test';
import { explainLog } from '../../../src/errors/explain-log.ts';
import {
  collectFromFormats,
  collectLabelled,
  collectRecorded,
  type LabelledLine,
  type Positive,
} from './collect-positives.ts';
import { OPEN, SHIPPED } from './shipped-catalogue.ts';

const RECORDED = collectRecorded();
const FORMATS = collectFromFormats();
const ALL = [...RECORDED, ...FORMATS];
const SIGNATURES = SHIPPED.catalogue.entries.flatMap(({ signatures }) => signatures);

/** How many signatures have two positives or more of different runs, one, none. */
function coverageBy(positives: readonly Positive[]): {
  readonly two: number;
  readonly one: number;
  readonly none: number;
} {
  const runs = new Map(SIGNATURES.map((signature) => [signature, new Set<string>()]));
  for (const { signature, run } of positives) runs.get(signature)?.add(run);
  const counts = [...runs.values()].map(({ size }) => size);
  return {
    two: counts.filter((count) => count >= 2).length,
    one: counts.filter((count) => count === 1).length,
    none: counts.filter((count) => count === 0).length,
  };
}

/** Answers to each positive by the entry that it belongs to, misses only: `own -> answer: how often`. */
function confusionOf(positives: readonly LabelledLine[]): { readonly share: number; readonly rows: readonly string[] } {
  const counts = new Map<string, number>();
  let own = 0;
  for (const { entry, line } of positives) {
    const first = explainLog(line, OPEN).findings[0]?.entry.id ?? 'nothing';
    if (first === entry) own += 1;
    else counts.set(`${entry} -> ${first}`, (counts.get(`${entry} -> ${first}`) ?? 0) + 1);
  }
  const rows = [...counts].sort((a, b) => b[1] - a[1]).map(([pair, count]) => `${pair}: ${count}`);
  return { share: own / positives.length, rows };
}

test('coverage of signatures by recorded runs and by format strings is told', (context) => {
  const recorded = coverageBy(RECORDED);
  const both = coverageBy(ALL);
  const words = ({ two, one, none }: typeof both): string =>
    `${two} with two or more, ${one} with one, ${none} with none`;
  context.diagnostic(`${SIGNATURES.length} signatures; by recorded runs: ${words(recorded)}`);
  context.diagnostic(`with lines from the format strings of 6.1 and 6.12: ${words(both)}`);
  const bare = SIGNATURES.filter((signature) => ALL.every((positive) => positive.signature !== signature));
  const printers = new Map<string, number>();
  for (const { printer = 'kernel' } of bare) printers.set(printer, (printers.get(printer) ?? 0) + 1);
  context.diagnostic(`none, by printer: ${[...printers].map(([printer, count]) => `${printer} ${count}`).join(', ')}`);
  assert.ok(recorded.two >= 100, `${recorded.two}`);
  assert.ok(both.two >= 300, `${both.two}`);
});

for (const [name, positives] of [
  ['messages that the lab made', collectLabelled()],
  ['lines from format strings', FORMATS],
] as const) {
  test(`of all ${name} at least 98 % find their own entry first`, (context) => {
    const { share, rows } = confusionOf(positives);
    context.diagnostic(`${positives.length} lines, own entry first: ${(share * 100).toFixed(1)} %`);
    for (const row of rows) context.diagnostic(row);
    assert.ok(share >= 0.98, rows.join('\n'));
  });
}
