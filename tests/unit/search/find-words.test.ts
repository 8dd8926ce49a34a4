import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findWords } from '../../../src/search/find-words.ts';
import type { PagefindInstance, PagefindPage, PagefindSearch } from '../../../src/search/pagefind-types.ts';

/** Answers as Pagefind does: pages with all words, shorter beginnings of a word where none has it. */
function indexOf(texts: Readonly<Record<string, string>>): PagefindInstance {
  const pages = Object.entries(texts).map(
    ([title, content]): PagefindPage => ({
      url: `/${title}/`,
      content: `${title}. ${content}`,
      excerpt: content,
      meta: { title, kind: 'topic' },
      filters: { kind: ['topic'] },
      anchors: [],
      sub_results: [],
    }),
  );
  const withWord = (word: string): readonly PagefindPage[] => {
    for (let beginning = word.toLowerCase(); beginning.length > 2; beginning = beginning.slice(0, -1)) {
      const found = pages.filter(({ content }) => content.toLowerCase().includes(beginning));
      if (found.length > 0) return found;
    }
    return [];
  };
  return {
    filters: async () => ({ kind: { topic: pages.length } }),
    mergeIndex: async () => undefined,
    search: async (text): Promise<PagefindSearch> => {
      const lists = text.split(' ').map(withWord);
      const found = pages.filter((page) => lists.every((list) => list.includes(page)));
      return {
        results: found.map((page) => ({ id: page.url, score: 1, data: async () => page })),
        unfilteredResultCount: found.length,
        filters: { kind: { topic: found.length } },
      };
    },
  };
}

const NOTES = indexOf({
  Lines: 'an interrupt handler must not sleep',
  Beds: 'sleep well',
  Hands: 'internal affairs of a handle',
});

test('a slip in a word is put right by the pages that were found, and told', async () => {
  const answer = await findWords([NOTES], 'interupt handler', {}, 5);
  assert.equal(answer.hits[0]?.title, 'Lines');
  assert.equal(answer.match, 'beginnings');
  assert.deepEqual(answer.corrections, { interupt: 'interrupt' });
});

test('a word that pages have is left as it is', async () => {
  const answer = await findWords([NOTES], 'interrupt handler', {}, 5);
  assert.equal(answer.match, 'words');
  assert.equal(answer.corrections, undefined);
});

test('pages that have another word for the same thing are listed after those that have the word', async () => {
  const { hits, match } = await findWords([NOTES], 'handler waiting', {}, 5);
  assert.equal(hits[0]?.title, 'Lines');
  assert.equal(match, 'beginnings');
});

test('filters of the reader leave the order of the others alone, and counts tell of all', async () => {
  const all = await findWords([NOTES], 'sleep', {}, 5);
  const none = await findWords([NOTES], 'sleep', { kind: ['error'] }, 5);
  assert.equal(all.count, 2);
  assert.deepEqual(none.hits, []);
});
