import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PagefindPage } from '../../../src/search/pagefind-types.ts';
import { rankPages } from '../../../src/search/rank-pages.ts';
import { toWordParts } from '../../../src/search/word-parts.ts';

type Heading = readonly [id: string, text: string, location: number];

function pageOf(title: string, content: string, headings: readonly Heading[] = []): PagefindPage {
  return {
    url: `/${title.replaceAll(' ', '-')}/`,
    content: `${title}. ${content}`,
    excerpt: '',
    meta: { title, kind: 'topic' },
    filters: {},
    anchors: headings.map(([id, text, location]) => ({ id, text, location })),
    sub_results: [],
  };
}

function titlesFor(query: string, pages: readonly PagefindPage[], count = 10): (string | undefined)[] {
  const parts = toWordParts(query);
  return rankPages(
    pages,
    parts,
    parts.map(() => count),
    100,
  ).map(({ page }) => page.meta.title);
}

const FILLING = 'many other words that nobody asked for stand between them in a long row of a dozen and one more ';

test('a page about the word goes before one with the word in a name of its title', () => {
  const pages = [pageOf('cpu_write_table in use', 'write it down'), pageOf('How to write', 'write it down')];
  assert.deepEqual(titlesFor('write', pages), ['How to write', 'cpu_write_table in use']);
});

test('words that stand together tell more than words far apart', () => {
  const pages = [pageOf('Far', `the timer ${FILLING}was slack`), pageOf('Near', `${FILLING} timer slack`)];
  assert.deepEqual(titlesFor('timer slack', pages), ['Near', 'Far']);
});

test('a title that is all of the query goes before a longer one that has it too', () => {
  const pages = [pageOf('Parameters of modules and of much else besides', 'x'), pageOf('Module parameters', 'x')];
  assert.equal(titlesFor('module parameter', pages)[0], 'Module parameters');
});

test('another word for the same thing answers, the very word answers better', () => {
  const pages = [pageOf('A', 'one may sleep here'), pageOf('B', 'one may wait here'), pageOf('C', 'one may sing here')];
  assert.deepEqual(titlesFor('waiting', pages), ['B', 'A', 'C']);
});

test('the place of a page is where the words stand closest together', () => {
  const page = pageOf('T', `timer ${FILLING} the timer slack`);
  const parts = toWordParts('timer slack');
  const [ranked] = rankPages([page], parts, [1, 1], 10);
  assert.equal(page.content.split(' ')[ranked?.location ?? -1], 'timer');
  assert.equal(page.content.split(' ')[(ranked?.location ?? -1) + 1], 'slack');
});

test('a section that has all the words goes before a page that has them in several', () => {
  const far = FILLING.repeat(4);
  const wordsOf = (text: string): number => text.split(' ').length;
  const spread = `${far} timer ${far} `;
  const pages = [
    pageOf('Spread', `${spread} ${far} slack ${far}`, [['a', 'Others', wordsOf(spread)]]),
    pageOf('Together', `${far} ${far} timer ${FILLING.repeat(2)} slack ${far}`, [['b', 'Others', wordsOf(far)]]),
  ];
  assert.deepEqual(titlesFor('timer slack', pages), ['Together', 'Spread']);
});

test('a page of an error goes first where the query tells of something wrong', () => {
  const error = pageOf('Timer slack failed', 'a timer expired');
  const pages = [
    { ...error, meta: { title: 'Timer slack failed', kind: 'error' } },
    pageOf('Setting the timer slack', 'a timer failed'),
  ];
  assert.equal(titlesFor('timer slack', pages)[0], 'Setting the timer slack');
  assert.equal(titlesFor('timer slack failed', pages)[0], 'Timer slack failed');
});

test('runs of a script without blanks are met as they stand in the text', () => {
  const pages = [pageOf('Other', '锁 很 多'), pageOf('Right', '自 旋 锁 很 短')];
  assert.equal(titlesFor('自旋锁', pages)[0], 'Right');
});

test('a page whose first sentences have the words goes before one that has them further down', () => {
  const pages = [
    pageOf('Down', `${FILLING.repeat(4)} the timer slack`),
    pageOf('Up', `the timer slack ${FILLING.repeat(4)}`),
  ];
  assert.deepEqual(titlesFor('timer slack', pages), ['Up', 'Down']);
});

test('words in the order of the query tell more than the same words in another order', () => {
  const pages = [
    pageOf('Turned', `${FILLING.repeat(4)} slack timer`),
    pageOf('So', `${FILLING.repeat(4)} timer slack`),
  ];
  assert.deepEqual(titlesFor('timer slack', pages), ['So', 'Turned']);
});

test('words by which questions are put tell less than the others', () => {
  const pages = [pageOf('A', 'happens again'), pageOf('B', 'a wombat again')];
  assert.deepEqual(titlesFor('happens wombat', pages), ['B', 'A']);
});

test('two words of the query written as one word answer both', () => {
  const pages = [pageOf('Apart', 'the user of some space'), pageOf('Glued', 'in userspace')];
  assert.deepEqual(titlesFor('user space', pages), ['Glued', 'Apart']);
});

test('another title of a page answers as its title does', () => {
  const nvme = pageOf('nvme: controller is down', 'drive lost under load; disk vanishes it fell off the bus');
  const known = { ...nvme, meta: { ...nvme.meta, aliases: 'drive lost under load; disk vanishes' } };
  const pages = [pageOf('Much else', 'a disk, where one says that it vanishes, in passing'), known];
  assert.equal(titlesFor('disk vanishes', pages)[0], 'nvme: controller is down');
});

test('a title in one word is met by the word that it ends with', () => {
  const pages = [pageOf('completion', 'a barrier of sorts'), pageOf('membarrier', 'a barrier of sorts')];
  assert.equal(titlesFor('barrier', pages)[0], 'membarrier');
});
