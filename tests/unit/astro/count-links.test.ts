import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countLinks } from '../../../src/astro/count-links.ts';
import { compileCorpus } from '../../../src/compiler/compile-corpus.ts';
import { draftNote } from '../../../src/compiler/draft-note.ts';

test('links of other notes count, those of a note to itself do not', async () => {
  const texts = {
    'a.md': '# A\n\nSee [b](b.md) and [b again](b.md#there), [below](#here).\n\n## Here\n\nx\n',
    'b.md': '# B\n\nSee [a](a.md).\n\n## There\n\ny\n',
    'c.md': '# C\n\nSee [b](b.md), [nothing](d.md).\n',
  };
  const notes = await Promise.all(
    Object.entries(texts).map(async ([file, text]) => ({
      root: '',
      file,
      digest: text,
      draft: await draftNote({ file, text, attachments: [] }),
    })),
  );
  const { entries } = compileCorpus({
    notes,
    prefixOf: () => '',
    findAsset: () => undefined,
    isCompanion: () => false,
    decide: (drafts) => drafts.map(({ names }) => names.map(() => undefined)),
  });
  const counts = countLinks(entries);
  assert.deepEqual(
    entries.map(({ entry }, number) => [entry.id, counts[number]]),
    [
      ['topics/a', 1],
      ['topics/b', 3],
      ['topics/c', 0],
    ],
  );
});
