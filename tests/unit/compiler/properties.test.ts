import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { rehype } from 'rehype';
import { type CorpusNote, compileCorpus } from '../../../src/compiler/compile-corpus.ts';
import { type Draft, MENTION_SIZE } from '../../../src/compiler/draft.ts';
import { draftNote } from '../../../src/compiler/draft-note.ts';
import { replaceControls } from '../../../src/compiler/render/slots.ts';
import { showSlots } from './describe-draft.ts';
import { nastyMarkdown } from './nasty-markdown.ts';
import { missingWords, readableWords, textOfHtml } from './readable-words.ts';

const LIMITS = {
  seed: 20_261,
  numRuns: Number(process.env['RUNS'] ?? 200),
  interruptAfterTimeLimit: Number(process.env['LIMIT_MS'] ?? 2400),
  markInterruptAsFailure: false,
};

interface AnyNode {
  readonly type: string;
  readonly tagName?: string;
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly children?: readonly AnyNode[];
}

describe('whatever Markdown a note holds', () => {
  test('it is compiled, not given up', async () => {
    await forAll(async (text, draft) => {
      assert.deepEqual([draft.outcome, draft.reason], ['rendered', undefined]);
      assert.equal(
        draft.diagnostics.some(({ rule }) => rule === 'compile-failed'),
        false,
        text,
      );
    });
  });

  test('each mention lies in the source and is what stands there, markers left out', async () => {
    await forAll(async (text, draft) => {
      const source = replaceControls(text);
      for (const { mentions, blocks } of draft.entries) {
        for (let at = 0; at < mentions.length; at += MENTION_SIZE) {
          const [, block = 0, start = 0, end = 0, line = 0, column = 0] = mentions.subarray(at, at + MENTION_SIZE);
          const surface = blocks[block]?.text.slice(start, end) ?? '';
          const rest = restFrom(source, line, column);
          assert.ok(
            rest !== undefined && isAt(rest, surface),
            JSON.stringify({ line, column, surface, rest: rest?.slice(0, 60), text }),
          );
        }
      }
    });
  });

  test('every readable word is in one of its entries', async () => {
    await forAll(async (text, draft) => {
      const shown = draft.entries.map(({ kind, title, number, html, fragments }) =>
        [
          kind === 'chapter' ? `Chapter ${number}` : '',
          title,
          textOfHtml(showSlots(html)),
          ...Object.values(fragments).map((fragment) => textOfHtml(showSlots(fragment))),
        ].join('\n'),
      );
      assert.deepEqual(
        missingWords(readableWords(replaceControls(text)), shown.join('\n')),
        [],
        JSON.stringify({ text, shown }),
      );
    });
  });

  test('its HTML holds no script, frame, handler, style or unsafe URL', async () => {
    await forAll(async (text, draft) => {
      for (const { html, fragments } of draft.entries) {
        for (const body of [html, ...Object.values(fragments)])
          checkSafe(rehype().data('settings', { fragment: true }).parse(showSlots(body)) as AnyNode, text);
      }
    });
  });

  test('compiling twice gives the same', async () => {
    await forAll(async (text, draft) => assert.deepEqual(await draftText(text), draft), 60);
  });

  test('a place in a body stands there once, and every anchor leads to one', async () => {
    await forAll(async (text, draft) => {
      for (const { html, headings } of draft.entries) {
        const ids = [...showSlots(html).matchAll(/<[a-z][^>]*? id="([^"]*)"/g)].map(([, id]) => id);
        assert.equal(new Set(ids).size, ids.length, JSON.stringify({ ids, text }));
        for (const { id } of headings)
          assert.ok(html.includes(` id="`) && ids.includes(id.replaceAll('&', '&amp;')), JSON.stringify({ id, text }));
      }
      const slugs = draft.entries.map(({ slug }) => slug);
      assert.equal(new Set(slugs).size, slugs.length, JSON.stringify(slugs));
      for (const [, slug] of draft.anchors) assert.ok(slugs.includes(slug));
    });
  });
});

describe('whatever notes a folder holds', () => {
  const folder = fc.array(nastyMarkdown, { minLength: 2, maxLength: 5 });

  test('each link leads to an entry or is reported, and each relation has two ends', async () => {
    await fc.assert(
      fc.asyncProperty(folder, async (texts) => {
        const corpus = compile(await draftAll(texts));
        for (const { binding } of corpus.entries) {
          binding.targets.forEach((target, index) => {
            if (target.kind === 'entry') {
              assert.ok(corpus.entries[target.entry] !== undefined);
              return;
            }
            const { line, column } = binding.note.draft.targets[index] ?? { line: 0, column: 0 };
            assert.ok(
              corpus.diagnostics.some(
                (found) =>
                  found.file === binding.note.file &&
                  found.line === line &&
                  found.column === column &&
                  found.rule.startsWith('dangling'),
              ),
            );
          });
        }
        for (const { entry, children, names, related } of corpus.entries) {
          if (entry.parent !== undefined) assert.ok(corpus.entries.some((other) => other.entry.id === entry.parent));
          for (const number of [...children, ...related]) assert.ok(corpus.entries[number] !== undefined);
          for (const number of names) assert.ok(corpus.entities[number] !== undefined);
        }
        const ids = corpus.entries.map(({ entry }) => entry.id);
        assert.deepEqual(ids, [...new Set(ids)].sort());
      }),
      { ...LIMITS, numRuns: 40 },
    );
  });

  test('the order in which its files are compiled changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(folder, fc.integer({ min: 1, max: 4 }), async (texts, turn) => {
        const notes = await draftAll(texts);
        const turned = [...notes.slice(turn), ...notes.slice(0, turn)];
        const again = (
          await Promise.all(turned.map(async ({ file }) => (await draftAll(texts)).find((note) => note.file === file)))
        )
          .filter((note) => note !== undefined)
          .sort((a, b) => (a.file < b.file ? -1 : 1));
        assert.deepEqual(visible(compile(again)), visible(compile(notes)));
      }),
      { ...LIMITS, numRuns: 20 },
    );
  });
});

async function forAll(check: (text: string, draft: Draft) => Promise<void>, numRuns = LIMITS.numRuns): Promise<void> {
  await fc.assert(
    fc.asyncProperty(nastyMarkdown, async (text) => check(text, await draftText(text))),
    { ...LIMITS, numRuns },
  );
}

function draftText(text: string): Promise<Draft> {
  return draftNote({ file: 'note.md', text, attachments: [] });
}

async function draftAll(texts: readonly string[]): Promise<readonly CorpusNote[]> {
  const notes: CorpusNote[] = [];
  for (const [index, text] of texts.entries()) {
    const file = index === 0 ? 'other.md' : `folder/note-${index}.md`;
    notes.push({ root: 'notes', file, digest: text, draft: await draftNote({ file, text, attachments: [] }) });
  }
  return notes.sort((a, b) => (a.file < b.file ? -1 : 1));
}

function compile(notes: readonly CorpusNote[]) {
  return compileCorpus({
    notes,
    prefixOf: () => '',
    findAsset: () => undefined,
    isCompanion: () => false,
    decide: (drafts) => drafts.map(({ names }) => names.map(({ name, kind }) => ({ name, kind: kind ?? 'function' }))),
  });
}

function visible({ entries, entities, diagnostics, outcomes }: ReturnType<typeof compile>): unknown {
  return {
    entries: entries.map(({ entry, children, names, related }) => ({ entry, children, names, related })),
    entities,
    diagnostics,
    outcomes,
  };
}

/** Source from a place on; `undefined` when it lies outside. */
function restFrom(source: string, line: number, column: number): string | undefined {
  const lines = source.split(/\r\n|\r|\n/);
  const characters = [...(lines[line - 1] ?? '')];
  if (line < 1 || line > lines.length || column < 1 || column > characters.length) return undefined;
  return [characters.slice(column - 1).join(''), ...lines.slice(line)].join('\n');
}

/** `true` when `surface` begins where `rest` does and its letters follow there, with nothing but markers and link targets between them. */
function isAt(rest: string, surface: string): boolean {
  const isFirst = rest.startsWith(surface.slice(0, 1)) || /^[&\\]/.test(rest) || /^\s/.test(surface);
  let at = 0;
  for (const letter of surface.match(/[\p{L}\p{N}]/gu) ?? []) {
    const found = rest.indexOf(letter, at);
    if (found < 0 || found - at > 80) return false;
    at = found + letter.length;
  }
  return isFirst;
}

function checkSafe(node: AnyNode, text: string): void {
  if (node.type === 'element') {
    assert.equal(/^(?:script|style|iframe|object|embed|form|base|meta|link)$/.test(node.tagName ?? ''), false, text);
    for (const [name, value] of Object.entries(node.properties ?? {})) {
      assert.equal(/^on|^style$|^srcDoc$|^srcSet$|^action$|^formAction$/.test(name), false, `${name} in ${text}`);
      if (name === 'href' || name === 'src')
        assert.match(String(value), /^(?:https?:|mailto:|ftp:|target:\d+$|#user-content-fn|\/\/)/, text);
    }
  }
  for (const child of node.children ?? []) checkSafe(child, text);
}
