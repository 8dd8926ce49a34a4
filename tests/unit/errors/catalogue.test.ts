import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CatalogueEntry, CatalogueSignature } from '../../../src/errors/catalogue.ts';
import { explainLog } from '../../../src/errors/explain-log.ts';
import { parseSignature } from '../../../src/errors/parse-signature.ts';
import type { Variant } from '../../../src/errors/signature.ts';
import { FIRST_VALUES, fillVariant, type HoleValues, SECOND_VALUES } from './fill-signature.ts';
import { OPEN, readFixture, SHIPPED } from './shipped-catalogue.ts';

interface Spelling {
  readonly entry: CatalogueEntry;
  readonly signature: CatalogueSignature;
  readonly variant: Variant;
}

const SPELLINGS: readonly Spelling[] = SHIPPED.catalogue.entries.flatMap((entry) =>
  entry.signatures.flatMap((signature) =>
    parseSignature(signature.text).variants.map((variant) => ({ entry, signature, variant })),
  ),
);

/** Entries found for one message, the first being the answer; consequences count, since nothing stands before them. */
function answersTo(message: string): string[] {
  return explainLog(message, OPEN).findings.map(({ entry }) => entry.id);
}

function misses(values: HoleValues, dress: (message: string) => string): string[] {
  return SPELLINGS.flatMap(({ entry, variant }) => {
    const message = fillVariant(variant, values);
    const first = answersTo(dress(message))[0];
    return first === entry.id ? [] : [`${entry.id} -> ${first ?? 'nothing'}: ${message}`];
  });
}

function assertOwnEntryFirst(found: readonly string[]): void {
  const share = 1 - found.length / SPELLINGS.length;
  assert.ok(
    share >= 0.98,
    `own entry first in ${(share * 100).toFixed(1)} % of ${SPELLINGS.length}:\n${found.join('\n')}`,
  );
}

test('every note of the catalogue is readable and no signature is refused', () => {
  assert.deepEqual(SHIPPED.unreadable, []);
  assert.deepEqual(SHIPPED.problems, []);
  assert.ok(SHIPPED.catalogue.entries.length >= 60);
});

test('every error has a cause with a fix, and related errors exist', () => {
  for (const entry of SHIPPED.catalogue.entries) assert.ok(entry.causes.length > 0, entry.id);
});

test('a message finds its own entry first', () => {
  assertOwnEntryFirst(misses(FIRST_VALUES, (message) => message));
});

test('another path, pid, address and version change nothing', () => {
  assertOwnEntryFirst(misses(SECOND_VALUES, (message) => message));
});

test('time stamps, colours, levels and quoting change nothing', () => {
  const dress = (line: string): string => `\x1b[31m<4>[   12.345678][  T123] ${line}\x1b[0m\r`;
  assertOwnEntryFirst(misses(FIRST_VALUES, (message) => message.split('\n').map(dress).join('\n')));
  const quote = (line: string): string =>
    `> Nov 22 07:00:00 host kernel: ${line.replaceAll('<', '&lt;').replaceAll('"', '&quot;')}`;
  assertOwnEntryFirst(misses(SECOND_VALUES, (message) => message.split('\n').map(quote).join('\n')));
});

/** Words of three letters or more that every way to spell a signature has, the longest first. */
function wordsOfAllVariants(variants: readonly Variant[]): string[] {
  const wordsOf = ({ lines }: Variant): Set<string> =>
    new Set(
      lines.flatMap(({ parts }) =>
        parts.flatMap((part) => (typeof part === 'string' ? (part.match(/[A-Za-z]{3,}/g) ?? []) : [])),
      ),
    );
  const [first = new Set<string>(), ...rest] = variants.map(wordsOf);
  return [...first]
    .filter((word) => rest.every((words) => words.has(word)))
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
}

test('every signature has a near miss: with one letter of a word changed, the message is no exact hit of it', (context) => {
  let misses = 0;
  const wrong = SHIPPED.catalogue.entries.flatMap(({ id, signatures }) =>
    signatures.flatMap((signature) => {
      const { variants } = parseSignature(signature.text);
      const common = wordsOfAllVariants(variants);
      return variants.flatMap((variant) => {
        const words = common.length > 0 ? common.slice(0, 1) : wordsOfAllVariants([variant]);
        if (words.length === 0) return [`${id}: no word in ${signature.text}`];
        let message = fillVariant(variant, FIRST_VALUES);
        for (const word of words)
          message = message.replace(
            new RegExp(`(?<![A-Za-z])${word}(?![A-Za-z])`, 'g'),
            `${word[0]}zq${word.slice(2)}`,
          );
        misses += 1;
        // Whether all of it stands there, which is as much for a spelling that was never seen printed.
        const isHit = explainLog(message, OPEN).findings.some(
          (finding) => finding.signature === signature && finding.why.startsWith('The line has'),
        );
        return isHit ? [`${id}: ${message}`] : [];
      });
    }),
  );
  context.diagnostic(`${misses} near misses`);
  assert.deepEqual(wrong, []);
});

for (const release of ['6.1', '6.12']) {
  for (const kind of ['build', 'boot']) {
    test(`a healthy ${kind} of ${release} has no exact hit of severity warning or above`, () => {
      const { findings } = explainLog(readFixture(`recorded/healthy-${kind}-${release}.txt`), OPEN);
      const alarming = findings.filter(({ level, entry }) => level === 'exact' && entry.severity !== 'harmless');
      assert.deepEqual(
        alarming.map(({ entry }) => entry.id),
        [],
      );
    });
  }
}
