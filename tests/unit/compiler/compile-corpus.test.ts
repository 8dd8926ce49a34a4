import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { compileCorpus } from '../../../src/compiler/compile-corpus.ts';
import { draftNote } from '../../../src/compiler/draft-note.ts';
import type { FindAsset } from '../../../src/compiler/links/note-index.ts';

async function compile(texts: Readonly<Record<string, string>>, findAsset: FindAsset = () => undefined) {
  const files = Object.keys(texts).sort();
  const notes = await Promise.all(
    files.map(async (file) => ({
      root: 'r',
      file,
      digest: file,
      draft: await draftNote({ file, text: texts[file] ?? '', attachments: [] }),
    })),
  );
  return compileCorpus({
    notes,
    prefixOf: () => '',
    findAsset,
    isCompanion: () => false,
    decide: (drafts) =>
      drafts.map(({ names }) => names.map(({ name, kind }) => (kind === undefined ? undefined : { name, kind }))),
  });
}

async function idsOf(texts: Readonly<Record<string, string>>): Promise<readonly string[]> {
  return (await compile(texts)).entries.map(({ entry }) => entry.id);
}

async function linksOf(texts: Readonly<Record<string, string>>, file: string): Promise<readonly string[]> {
  const { entries } = await compile(texts, (_root, _file, target) =>
    target === 'pic.png' ? 'img/pic.png' : undefined,
  );
  const binding = entries.find(({ entry }) => entry.source.file === file)?.binding;
  return (binding?.targets ?? []).map((target) =>
    target.kind === 'entry'
      ? `${entries[target.entry]?.entry.id}${target.fragment && `#${target.fragment}`}`
      : target.kind === 'asset'
        ? target.path
        : 'missing',
  );
}

describe('ids of entries', () => {
  const raw = '# One\n\na\n\n# Two\n\nb\n\n# Open questions\n\n* why?\n* how?\n';

  test('follow from path, kind and heading', async () => {
    assert.deepEqual(
      await idsOf({
        'deep/My Note.md': raw,
        'errors/bad thing.md': '# It failed\n',
        'samples/x/index.md': 'x\n',
        'notes.txt': 'x\n',
      }),
      [
        'errors/bad+thing',
        'questions/deep/My+Note/how',
        'questions/deep/My+Note/why',
        'samples/x',
        'topics/deep/My+Note',
        'topics/deep/My+Note/one',
        'topics/deep/My+Note/open-questions',
        'topics/deep/My+Note/two',
        'topics/notes.txt',
      ],
    );
  });

  test('stay when a section, an item or a file is added before, between or after', async () => {
    const before = await idsOf({ 'n.md': raw, 'z.md': '# Z\n' });
    const sections = ['# New\n\nx\n\n', '# Three\n\n## Sub\n\nx\n\n## Sub two\n\ny\n\n'];
    for (const section of sections) {
      for (const text of [
        section + raw,
        raw.replace('# Two', `${section}# Two`),
        `${raw}\n${section}`,
        raw.replace('* how?', '* when?\n* how?'),
      ]) {
        const after = await idsOf({
          'n.md': text,
          'z.md': '# Z\n',
          'a.md': '# Two\n',
          'n/four.md': 'x\n',
          'n2.md': raw,
        });
        assert.deepEqual(
          before.filter((id) => !after.includes(id)),
          [],
        );
      }
    }
  });

  test('of a file win over those of a section of another', async () => {
    const { entries, diagnostics } = await compile({ 'n.md': raw, 'n/one.md': 'x\n' });
    assert.equal(entries.find(({ entry }) => entry.source.file === 'n/one.md')?.entry.id, 'topics/n/one');
    assert.deepEqual(
      diagnostics.map(({ file, line, rule }) => `${file}:${line} ${rule}`),
      ['n.md:1 duplicate-id'],
    );
  });

  test('of a file in small letters stay when one of the same letters comes beside it', async () => {
    const { entries, diagnostics } = await compile({ 'Usage.md': 'x\n', 'usage.md': 'y\n' });
    const idOf = (file: string) => entries.find(({ entry }) => entry.source.file === file)?.entry.id;
    assert.equal(idOf('usage.md'), 'topics/usage');
    assert.match(idOf('Usage.md') ?? '', /^topics\/Usage~[\da-f]{8}$/);
    assert.deepEqual(
      diagnostics.map(({ file, rule }) => `${file} ${rule}`),
      ['Usage.md duplicate-id'],
    );
  });
});

describe('links of notes', () => {
  const folder = {
    'book/a.md':
      '# A\n\n## Part one\n\n[same](#part-one) [rel](b.md) [up](../top.md#x-y) [root](/top) [folder](./) [html](b.html#h) [dir](../wiki/) ![p](pic.png)\n',
    'book/b.md': '---\ntitle: The Bee\naliases: [bee]\n---\n\n## H\n',
    'book/index.md': '# Book\n',
    'top.md': '# X y\n\ntext\n\n# Two\n\ntext\n',
    'wiki/Home.md':
      '[[Building the kernel]] [[building-the-kernel#Steps|go]] [[The Bee]] [[bee]] [[top#Two]] [[label|nowhere]] [[how to build|Building the kernel]] [[book/a]] [page](Building-the-kernel)\n',
    'wiki/Building-the-kernel.md': 'Intro.\n\n## Steps\n\nx\n\n## More\n',
    'wiki/README.md': 'x\n',
  };

  test('lead to notes by path, with and without ending, to headings, folders and files', async () => {
    assert.deepEqual(await linksOf(folder, 'book/a.md'), [
      'topics/book/a#part-one',
      'topics/book/b',
      'topics/top/x-y',
      'topics/top',
      'topics/book/index',
      'topics/book/b#h',
      'topics/wiki/README',
      'img/pic.png',
    ]);
  });

  test('of wikis lead to notes by name, title and alias, with blanks for dashes', async () => {
    assert.deepEqual(await linksOf(folder, 'wiki/Home.md'), [
      'topics/wiki/Building-the-kernel',
      'topics/wiki/Building-the-kernel#steps',
      'topics/book/b',
      'topics/book/b',
      'topics/top/two',
      'missing',
      'topics/wiki/Building-the-kernel',
      'topics/book/a',
      'topics/wiki/Building-the-kernel',
    ]);
  });

  test('lead to places that HTML names', async () => {
    assert.deepEqual(
      await linksOf(
        { 'a.md': '<a name="here"></a>\n\n[x](#here) [y](b.md#there)\n', 'b.md': '<div id="there">x</div>\n' },
        'a.md',
      ),
      ['topics/a#user-content-here', 'topics/b#user-content-there'],
    );
  });

  test('never lead out of the notes', async () => {
    assert.deepEqual(
      await linksOf({ 'a.md': '[x](../../etc/passwd) [y](/../etc/passwd) [z](%2e%2e/a.md)\n' }, 'a.md'),
      ['missing', 'missing', 'missing'],
    );
  });
});
