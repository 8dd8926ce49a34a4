import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';
import { errorFrontMatterSchema } from '../../../src/model/error-entry.ts';
import { SHIPPED } from './shipped-catalogue.ts';

const CONTENT = join(dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url))))), 'src/content');
const INDEXED = ['6.1', '6.12'];
const printedInSchema = z.object({
  messages: z.array(z.object({ entry: z.string(), text: z.string(), releases: z.array(z.string()) })),
});
const { messages } = printedInSchema.parse(
  JSON.parse(readFileSync(join(CONTENT, 'kernel', 'printed-in.json'), 'utf8')),
);
const releasesOf = new Map(messages.map(({ entry, text, releases }) => [`${entry}\n${text}`, releases]));

/** Releases in which a note gives a line of the sources as evidence. */
function evidencedIn(entry: string): string[] {
  const [, frontMatter = ''] = readFileSync(join(CONTENT, 'errors', entry, 'index.md'), 'utf8').split(/^---$/m);
  return errorFrontMatterSchema.parse(parse(frontMatter)).evidence.map(({ release }) => release);
}

test('every message of the kernel was looked for in the indexed trees', () => {
  const missing = SHIPPED.catalogue.entries.flatMap(({ id, signatures }) =>
    signatures
      .filter(({ text, printer }) => printer === undefined && !releasesOf.has(`${id}\n${text}`))
      .map(({ text }) => `${id}: ${text}`),
  );
  assert.deepEqual(missing, [], 'run node scripts/errors/find-messages.ts');
});

test('no message claims a release whose tree does not print it, and where the text is put together, a line of evidence stands for it', () => {
  const wrong = SHIPPED.catalogue.entries.flatMap(({ id, signatures }) =>
    signatures.flatMap(({ text, releases = [], printer }) => {
      if (printer !== undefined) return [];
      const found = releasesOf.get(`${id}\n${text}`) ?? [];
      const proof = found.length > 0 ? found : evidencedIn(id);
      return releases
        .filter((release) => INDEXED.includes(release) && !proof.includes(release))
        .map((release) => `${id} on ${release}: ${text}`);
    }),
  );
  assert.deepEqual(wrong, []);
});
