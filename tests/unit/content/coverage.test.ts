import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { z } from 'zod';

/**
 * Each file lists what one of the two notes that the project grew from says, fact by fact, and the entry that holds it.
 * A fact that was wrong or is out of date is held by the entry that corrects it.
 */
const coverageSchema = z.strictObject({
  /** File name of the note, such as `ldd3.md`. */
  note: z.string().min(1),
  facts: z.array(
    z.strictObject({
      /** Counts from 1 in the note. */
      line: z.int().positive(),
      /** What the note says, in our own words. */
      fact: z.string().min(10),
      /** Path of the entry from the root of the project. */
      entry: z.string().startsWith('src/content/'),
      /** Literal part of that entry, white space folded. */
      holds: z.string().min(8),
    }),
  ),
  noFact: z.array(z.strictObject({ line: z.int().positive(), why: z.string().min(5) })),
});

const ROOT = join(import.meta.dirname, '../../..');
const COVERAGE_DIR = join(ROOT, 'tests/content/coverage');
/** The folder of the two notes; they are no part of the project. */
const RAW_DIR = process.env['RAW_NOTES_DIR'] ?? join(ROOT, '..', 'shared', 'notes');

const lists = readdirSync(COVERAGE_DIR)
  .filter((file) => file.endsWith('.json'))
  .sort()
  .map((file) => ({
    file,
    ...coverageSchema.parse(JSON.parse(readFileSync(join(COVERAGE_DIR, file), 'utf8'))),
  }));

const texts = new Map<string, string | undefined>();

test('there is a list of facts for a note', () => {
  assert.ok(lists.length > 0);
});

for (const { file, note, facts, noFact } of lists) {
  describe(file, () => {
    test('the entry of every fact exists and holds it', () => {
      const missing = facts.flatMap(({ line, fact, entry, holds }) => {
        const text = textOf(entry);
        if (text === undefined) return [`${note}:${line}: there is no ${entry} for "${fact}"`];
        return text.includes(fold(holds)) ? [] : [`${note}:${line}: ${entry} does not hold "${holds}"`];
      });
      assert.deepEqual(missing, []);
    });

    test('no fact is listed twice, and no line both has facts and has none', () => {
      assert.deepEqual(twice(facts.map(({ fact }) => fold(fact))), []);
      assert.deepEqual(twice(noFact.map(({ line }) => String(line))), []);
      const lines = new Set(facts.map(({ line }) => line));
      assert.deepEqual(
        noFact.filter(({ line }) => lines.has(line)),
        [],
      );
    });

    const path = join(RAW_DIR, note);
    test('every line of the note that is not blank is covered or said to hold no fact', {
      skip: !existsSync(path) && `set RAW_NOTES_DIR to the folder of ${note}`,
    }, () => {
      const lines = readFileSync(path, 'utf8').split('\n');
      const known = new Set([...facts, ...noFact].map(({ line }) => line));
      const uncovered = lines.flatMap((line, index) => (line.trim() === '' || known.has(index + 1) ? [] : [index + 1]));
      assert.deepEqual(uncovered, []);
      assert.deepEqual(
        [...known].filter((line) => (lines[line - 1] ?? '').trim() === ''),
        [],
      );
    });
  });
}

/** The text of a file with its white space folded, or `undefined` where there is none. */
function textOf(entry: string): string | undefined {
  if (!texts.has(entry)) {
    const path = join(ROOT, entry);
    texts.set(entry, existsSync(path) ? fold(readFileSync(path, 'utf8')) : undefined);
  }
  return texts.get(entry);
}

function fold(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

function twice(items: readonly string[]): readonly string[] {
  return items.filter((item, index) => items.indexOf(item) !== index);
}
