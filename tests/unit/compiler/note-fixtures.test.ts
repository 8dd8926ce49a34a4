import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { draftNote } from '../../../src/compiler/draft-note.ts';
import { describeDraft } from './describe-draft.ts';

/** One folder a quirk: a note, `expected.json` and `expected.html`. `RENEW=1` writes what is expected anew: read the difference before you keep it. */
const FOLDER = join(import.meta.dirname, '../../fixtures/notes');
const isRenewing = process.env['RENEW'] === '1';

describe('a note with one quirk compiles to what is written beside it', () => {
  for (const name of readdirSync(FOLDER).sort()) {
    const folder = join(FOLDER, name);
    const file = readdirSync(folder).find((candidate) => /\.(?:md|markdown|mdx|txt)$/.test(candidate));
    if (file === undefined) continue;
    const text = readFileSync(join(folder, file), 'utf8');

    test(name, async () => {
      const { facts, html } = describeDraft(await draftNote({ file, text, attachments: [] }));
      const expected = { json: join(folder, 'expected.json'), html: join(folder, 'expected.html') };
      if (isRenewing || !existsSync(expected.json)) {
        writeFileSync(expected.json, `${JSON.stringify(facts, undefined, 2)}\n`);
        writeFileSync(expected.html, html);
        if (!isRenewing) assert.fail(`${name} had nothing to compare with: it is written now, read it`);
      }
      assert.deepEqual(facts, JSON.parse(readFileSync(expected.json, 'utf8')));
      assert.equal(html, readFileSync(expected.html, 'utf8'));
    });

    test(`${name}, with other line ends`, async () => {
      const plain = describeDraft(await draftNote({ file, text, attachments: [] }));
      for (const end of ['\r\n', '\r']) {
        const other = describeDraft(await draftNote({ file, text: text.replaceAll('\n', end), attachments: [] }));
        assert.deepEqual(unifyEnds(other), unifyEnds(plain));
      }
    });
  }
});

function unifyEnds(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value).replaceAll('\\r\\n', '\\n').replaceAll('\\r', '\\n'));
}
