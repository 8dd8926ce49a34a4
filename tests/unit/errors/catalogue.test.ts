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

test('a message with its longest word changed is no exact hit of the same spelling', () => {
  const wrong = SPELLINGS.flatMap(({ entry, signature, variant }) => {
    const literals = variant.lines.flatMap(({ parts }) => parts.filter((part) => typeof part === 'string'));
    const longest = literals
      .flatMap((text) => text.match(/[A-Za-z]{3,}/g) ?? [])
      .sort((a, b) => b.length - a.length)[0];
    if (longest === undefined) return [`${entry.id}: no word in ${signature.text}`];
    const message = fillVariant(variant, FIRST_VALUES).replaceAll(
      longest,
      `${longest.slice(0, 1)}zq${longest.slice(2)}`,
    );
    const isHit = explainLog(message, OPEN).findings.some(
      (finding) =>
        finding.level === 'exact' &&
        finding.signature === signature &&
        parseSignature(signature.text).variants.length === 1,
    );
    return isHit ? [`${entry.id}: ${message}`] : [];
  });
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
