import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findWords } from '../../../src/search/find-words.ts';
import type { PagefindInstance, PagefindPage, PagefindSearch } from '../../../src/search/pagefind-types.ts';

/** Answers as Pagefind does: pages with all words, shorter beginnings of a word where none has it. A title that begins with E is of an error. */
function indexOf(texts: Readonly<Record<string, string>>): PagefindInstance {
  const pages = Object.entries(texts).map(([title, content]): PagefindPage => {
    const kind = title.startsWith('E') ? 'error' : 'topic';
    return {
      url: `/${title}/`,
      content: `${title}. ${content}`,
      excerpt: content,
      meta: { title, kind },
      filters: { kind: [kind] },
      anchors: [],
      sub_results: [],
    };
  });
  const countKinds = (found: readonly PagefindPage[]) => ({
    kind: Object.fromEntries(
      ['error', 'topic'].map((kind) => [kind, found.filter(({ meta }) => meta['kind'] === kind).length]),
    ),
  });
  const withWord = (word: string): readonly PagefindPage[] => {
    for (let beginning = word.toLowerCase(); beginning.length > 2; beginning = beginning.slice(0, -1)) {
      const found = pages.filter(({ content }) => content.toLowerCase().includes(beginning));
      if (found.length > 0) return found;
    }
    return [];
  };
  return {
    filters: async () => countKinds(pages),
    mergeIndex: async () => undefined,
    search: async (text, { filters }): Promise<PagefindSearch> => {
      const lists = text.split(' ').map(withWord);
      const found = pages.filter(
        ({ meta }) => filters['kind'] === undefined || filters['kind'].includes(meta['kind'] ?? ''),
      );
      const results = found.filter((page) => lists.every((list) => list.includes(page)));
      return {
        results: results.map((page) => ({ id: page.url, score: 1, data: async () => page })),
        filters: countKinds(results),
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

test('a word of the index is no slip, though none of the best pages has it', async () => {
  const texts = Object.fromEntries(
    Array.from({ length: 40 }, (_, at) => [`Port${at}`, 'usb stack of the kernel port'] as const),
  );
  const answer = await findWords([indexOf({ ...texts, Rod: 'a stick' })], 'stick usb kernel port', {}, 5);
  assert.equal(answer.corrections, undefined);
});

test('filters of the reader leave the order of the others alone, and counts tell of all', async () => {
  const all = await findWords([NOTES], 'sleep', {}, 5);
  const none = await findWords([NOTES], 'sleep', { kind: ['error'] }, 5);
  assert.equal(all.count, 2);
  assert.deepEqual(none.hits, []);
});

test('as many pages pass a filter as its count tells, where many have all words and where few have', async () => {
  const many = Object.fromEntries(
    Array.from({ length: 40 }, (_, index) => [
      `${index % 3 === 0 ? 'E' : 'T'}${index}`,
      index < 30 ? 'spin and lock' : 'a lock alone',
    ]),
  );
  for (const query of ['spin lock', 'lock', 'spin lock nowhere']) {
    const index = indexOf(many);
    const { count, filters } = await findWords([index], query, {}, 100);
    const kinds = filters['kind'] ?? {};
    assert.equal(
      Object.values(kinds).reduce((sum, one) => sum + one, 0),
      count,
      query,
    );
    for (const [kind, told] of Object.entries(kinds)) {
      const passed = await findWords([index], query, { kind: [kind] }, 100);
      assert.equal(passed.count, told, `${query}, ${kind}`);
      assert.deepEqual([...new Set(passed.hits.map((hit) => hit.kind))], [kind]);
    }
  }
});

test('a word that no page has is parted where pages have both its parts', async () => {
  const notes = indexOf({ Pages: 'large pages and huge tables, huge pages', Other: 'huge differences' });
  const answer = await findWords([notes], 'hugepages', {}, 5);
  assert.equal(answer.hits[0]?.title, 'Pages');
  assert.deepEqual(answer.corrections, { hugepages: 'huge pages' });
});

test('the two words of a compound are looked for where next to no page writes it as one', async () => {
  const notes = indexOf({ One: 'hugepages are huge, for pages', Other: 'huge tables of pages' });
  const answer = await findWords([notes], 'hugepages', {}, 5);
  assert.deepEqual(
    answer.hits.map(({ title }) => title),
    ['One', 'Other'],
  );
  assert.deepEqual(answer.unmet, []);
});

test('pages that are known already are neither listed nor counted', async () => {
  const isKnown = ({ meta }: PagefindPage): boolean => meta['title'] === 'Beds';
  const answer = await findWords([NOTES], 'sleep', {}, 5, { isKnown });
  assert.deepEqual(
    answer.hits.map(({ title }) => title),
    ['Lines'],
  );
  assert.equal(answer.count, 1);
  assert.deepEqual(answer.filters, { kind: { topic: 1 } });
});

test('pages that are known already are taken from the counts of many', async () => {
  const many = Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`P${index}`, 'sleep well']));
  const isKnown = ({ meta }: PagefindPage): boolean => meta['title'] === 'E1';
  const answer = await findWords([indexOf({ ...many, E1: 'sleep', E2: 'sleep' })], 'sleep', {}, 20, { isKnown });
  assert.equal(answer.count, 13);
  assert.deepEqual(answer.filters, { kind: { error: 1, topic: 12 } });
});

test('a word of which no page has more than two letters is not found', async () => {
  const shortened: PagefindInstance = { ...NOTES, search: async (_, options) => NOTES.search('sleep', options) };
  const answer = await findWords([shortened], 'slxqq', {}, 5);
  assert.deepEqual([answer.hits, answer.count, answer.filters], [[], 0, {}]);
});

test('signs behind a word are not marked with it', async () => {
  const index = indexOf({ Marks: 'sleeps, <mark>kmalloc(),</mark> or <mark>a.b</mark>: <mark>kmalloc?</mark>' });
  const { hits } = await findWords([index], 'kmalloc', {}, 5);
  assert.deepEqual(
    hits[0]?.excerpt.map(({ text, isMarked }) => (isMarked ? `[${text}]` : text)).join(''),
    'sleeps, [kmalloc()], or [a.b]: [kmalloc]?',
  );
});
