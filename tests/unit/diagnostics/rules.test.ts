import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { compileCorpus } from '../../../src/compiler/compile-corpus.ts';
import { draftNote } from '../../../src/compiler/draft-note.ts';
import { draftPlainNote, draftTextOnly } from '../../../src/compiler/draft-plain-note.ts';
import { makeDiagnostic, RULES, type RuleName } from '../../../src/diagnostics/rules.ts';

/** A line as it is printed for people. */
function lineOf({ line, column, severity, rule, found, expected, hint }: ReturnType<typeof makeDiagnostic>): string {
  return `${line}:${column} ${severity} ${rule}: found ${found}; expected ${expected}. ${hint}`;
}

async function linesOf(text: string, file = 'note.md'): Promise<readonly string[]> {
  return (await draftNote({ file, text, attachments: [] })).diagnostics.map(lineOf);
}

async function corpusLines(texts: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const notes = await Promise.all(
    Object.entries(texts).map(async ([file, text]) => ({
      root: '',
      file,
      digest: text,
      draft: await draftNote({ file, text, attachments: [] }),
    })),
  );
  const { diagnostics } = compileCorpus({
    notes,
    prefixOf: () => '',
    findAsset: () => undefined,
    isCompanion: () => false,
    decide: (drafts) => drafts.map(({ names }) => names.map(() => undefined)),
  });
  return diagnostics.map((found) => `${found.file}:${lineOf(found)}`);
}

describe('each rule says where, what and how to mend it', () => {
  test('front-matter-broken', async () => {
    assert.deepEqual(await linesOf('---\ntitle: a: b\n---\n\nText.\n'), [
      '2:8 error front-matter-broken: found Nested mappings are not allowed in compact mappings; expected a mapping of keys to values. Mend the block, or take its fences away. Its text is shown as code.',
    ]);
  });

  test('front-matter-invalid', async () => {
    assert.deepEqual(await linesOf('---\nkind: error\ntitle: x\nsignatures: 5\n---\n'), [
      '1:1 error front-matter-invalid: found signatures: Invalid input: expected array, received number; expected the keys that this kind of entry knows. Compare with the notes of the same kind that come with kernel-notes.',
    ]);
  });

  test('front-matter-ignored', async () => {
    const tail = ' Correct the value, or take the line away; it was passed over.';
    assert.deepEqual(await linesOf('---\ntitle: x\nkind: chaptr\nstate: maybe\n---\n\nText.\n'), [
      `3:1 warning front-matter-ignored: found kind: chaptr; expected chapter, topic, error, sample, question.${tail}`,
    ]);
    assert.deepEqual(await linesOf('---\r\nkind: question\r\nstate: maybe\r\n---\r\n\r\nText.\r\n'), [
      `3:1 warning front-matter-ignored: found state: maybe; expected open, solved, refuted.${tail}`,
    ]);
    assert.deepEqual(await linesOf('{\n  "kind": "chapter",\n  "number": "two"\n}\n\nText.\n'), [
      `3:3 warning front-matter-ignored: found number: two; expected a whole number.${tail}`,
    ]);
    assert.deepEqual(await linesOf('---\nnumber: two\nstate: draft\nstatus: published\n---\n\nText.\n'), []);
  });

  test('duplicate-id', async () => {
    assert.deepEqual(await corpusLines({ 'A.md': 'x\n', 'a.md': 'y\n' }), [
      'A.md:1:1 error duplicate-id: found topics/A, as a.md; expected one entry an address. Rename one of the two files or headings; until then the later one has a longer address.',
    ]);
  });

  test('duplicate-heading', async () => {
    assert.deepEqual(await linesOf('# One\n\na\n\n# One\n\nb\n'), [
      '5:1 warning duplicate-heading: found One; expected headings of parts that differ. Give one of them another name; until then the later one has a number in its address.',
    ]);
  });

  test('dangling-link', async () => {
    assert.deepEqual(await corpusLines({ 'a.md': 'See [x](gone.md) and [y](#nowhere).\n' }), [
      'a.md:1:5 error dangling-link: found gone.md; expected a note, heading or file of this folder. Correct the path, or take the link away; its text is shown without one.',
      'a.md:1:22 error dangling-link: found #nowhere; expected a heading of that note. Correct the path, or take the link away; its text is shown without one.',
    ]);
  });

  test('dangling-image', async () => {
    assert.deepEqual(await corpusLines({ 'a.md': 'See ![x](gone.png).\n' }), [
      'a.md:1:5 warning dangling-image: found gone.png; expected an image of this folder. Add the file or correct the path; its alternative text is shown.',
    ]);
  });

  test('unknown-picture', async () => {
    assert.deepEqual(await linesOf('![How it goes](picture:no-such)\n\nSee ![it](picture:read-path) here.\n'), [
      '1:1 warning unknown-picture: found picture:no-such; expected a picture that the site draws, alone in its paragraph. Its caption is shown. The names of the pictures are in src/pictures/pictures.ts.',
      '3:5 warning unknown-picture: found picture:read-path; expected a picture that the site draws, alone in its paragraph. Its caption is shown. The names of the pictures are in src/pictures/pictures.ts.',
    ]);
  });

  test('unsafe-link', async () => {
    assert.deepEqual(await linesOf('A [x](javascript:y).\n'), [
      '1:3 warning unsafe-link: found javascript:y; expected http, https, mailto, ftp or a relative path. The link was taken off; its text stays.',
    ]);
  });

  test('unsafe-html', async () => {
    assert.deepEqual(await linesOf('A\n\n<p onclick="x()">b</p>\n'), [
      '3:1 warning unsafe-html: found onclick=; expected HTML without scripts, styles, handlers and forms. The unsafe part was left out.',
    ]);
  });

  test('unclosed-fence', async () => {
    assert.deepEqual(await linesOf('A\n\n```c\nint x;\n'), [
      '3:1 warning unclosed-fence: found a code block without an end; expected a closing fence. Close the block with the same marks that opened it.',
    ]);
  });

  test('unknown-language', async () => {
    assert.deepEqual(await linesOf('```klingon\nx\n```\n'), [
      '1:1 info unknown-language: found klingon; expected a language with a grammar. The block is shown without colours.',
    ]);
  });

  test('over-budget', () => {
    assert.deepEqual(draftPlainNote('a.md', 'x\n', 'it is too deep', 'over-budget').diagnostics.map(lineOf), [
      '1:1 warning over-budget: found it is too deep; expected Markdown that can be parsed in bounded time. The note is shown as plain text. Split it, or put the long part into a code block.',
    ]);
  });

  test('time-limit', () => {
    assert.deepEqual(draftPlainNote('a.md', 'x\n', '60 seconds', 'time-limit').diagnostics.map(lineOf), [
      '1:1 warning time-limit: found 60 seconds; expected a note that compiles within its time. The note is shown as plain text. Split it into smaller notes.',
    ]);
  });

  test('compile-failed', () => {
    assert.deepEqual(draftTextOnly('a.md', 'x\n', 'no').diagnostics.map(lineOf), [
      '1:1 error compile-failed: found no; expected a note that compiles. The note is shown as plain text. This is a defect of kernel-notes: please report it with the note.',
    ]);
  });

  test('every rule has an identifier of words and dashes, and sentences that end', () => {
    for (const [rule, { expected, hint }] of Object.entries(RULES)) {
      assert.match(rule, /^[a-z]+(?:-[a-z]+)*$/);
      assert.match(hint, /\.$/);
      assert.doesNotMatch(expected, /\.$/);
    }
  });

  test('what was found is cut at 200 characters', () => {
    const rule: RuleName = 'unsafe-link';
    assert.equal(makeDiagnostic(rule, { line: 1, column: 1 }, 'x'.repeat(300)).found.length, 200);
  });
});
