import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CatalogueSignature } from '../../../src/errors/catalogue.ts';
import { explainLog } from '../../../src/errors/explain-log.ts';
import {
  collectComposed,
  collectFromFormats,
  collectLabelled,
  collectRecorded,
  type LabelledLine,
  type Positive,
} from './collect-positives.ts';
import { OPEN, SHIPPED } from './shipped-catalogue.ts';

const RECORDED_TWICE = 380;
const RECORDED = collectRecorded();
const FORMATS = collectFromFormats();
const COMPOSED = collectComposed();
const ALL = [...RECORDED, ...FORMATS, ...COMPOSED];
const SPELLINGS = SHIPPED.catalogue.entries.flatMap(({ signatures }) => signatures);
const SIGNATURES = SPELLINGS.filter(({ isHeard }) => isHeard !== true);

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
  assert.ok(recorded.two >= RECORDED_TWICE, `${recorded.two}`);
});

test('every signature has two positives of different runs or releases, and no hearsay has', (context) => {
  const runs = new Map<CatalogueSignature, Set<string>>(SPELLINGS.map((signature) => [signature, new Set()]));
  for (const { signature, run } of ALL) runs.get(signature)?.add(run);
  const isProven = (one: CatalogueSignature): boolean => (runs.get(one)?.size ?? 0) >= 2;
  const few = SHIPPED.catalogue.entries.flatMap(({ id, signatures }) =>
    signatures.filter((one) => one.isHeard !== true && !isProven(one)).map(({ text }) => `${id}\t${text}`),
  );
  const proven = SPELLINGS.filter((one) => one.isHeard === true && isProven(one)).map(({ text }) => text);
  context.diagnostic(`${SIGNATURES.length} signatures, ${SPELLINGS.length - SIGNATURES.length} only heard of`);
  assert.deepEqual(few, [], 'record it, or list it as heard');
  assert.deepEqual(proven, [], 'what was recorded twice is no hearsay');
});

for (const [name, positives] of [
  ['messages that the lab made', collectLabelled()],
  ['lines from format strings', FORMATS],
  ['messages put together from pieces', COMPOSED],
] as const) {
  test(`of all ${name} at least 98 % find their own entry first`, (context) => {
    const { share, rows } = confusionOf(positives);
    context.diagnostic(`${positives.length} lines, own entry first: ${(share * 100).toFixed(1)} %`);
    for (const row of rows) context.diagnostic(row);
    assert.ok(share >= 0.98, rows.join('\n'));
  });
}
