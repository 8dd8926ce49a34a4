import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import { test } from 'node:test';
import type { OtherSite } from '../../../src/model/other-site.ts';
import { buildSearchFiles } from '../../../src/search/build-search-files.ts';
import { mergeAnswers } from '../../../src/search/merge-answers.ts';
import { type SearchAnswer, SearchSession } from '../../../src/search/search-session.ts';
import type { SearchSource } from '../../../src/search/search-source.ts';

const NET: OtherSite = { name: 'net', url: 'https://notes.example.org/net/' };

function sourceOf(names: readonly string[], others?: readonly OtherSite[]): SearchSource {
  return {
    names: names.map((name) => ({ id: name, name, kind: 'function', aliases: [], url: `name/${name}/`, weight: 1 })),
    pages: [],
    errors: [
      { id: 'errors/a', kind: 'error', title: 'no such wheel', url: 'errors/a/', signatures: ['no such wheel {num}'] },
      ...names.map((name) => ({
        id: `errors/${name}`,
        kind: 'error' as const,
        title: `wheel of ${name} lost`,
        url: `errors/${name}/`,
        signatures: [`no such wheel of ${name}`],
      })),
    ],
    others,
  };
}

async function askBoth(query: string, own: readonly string[], other: readonly string[]): Promise<SearchAnswer> {
  const [first, second] = await Promise.all(
    [own, other].map(async (names) => {
      const files = new Map(
        buildSearchFiles(sourceOf(names), (text) => hash('sha256', text)).map(({ path, text }) => [path, text]),
      );
      return new SearchSession(async (path) => files.get(path) ?? '').ask(query);
    }),
  );
  assert.ok(first !== undefined && second !== undefined);
  return mergeAnswers(first, [{ site: NET, answer: second }]);
}

const listed = ({ names }: SearchAnswer): string[] =>
  names.map(({ record, from }) => (from === undefined ? record.name : `${record.name}@${from.name}`));

test('matches of both sites are in one order, of equals our own first', async () => {
  assert.deepEqual(listed(await askBoth('skb_put', ['skb_put', 'skb_put_data'], ['skb_put', 'skb_put_u8'])), [
    'skb_put',
    'skb_put@net',
    'skb_put_u8@net',
    'skb_put_data',
  ]);
});

test('a name that only the other site has takes the place of our guess, and its guess is left out', async () => {
  const other = await askBoth('skb_pull', ['skb_pul'], ['skb_pull']);
  assert.deepEqual([other.isGuess, listed(other)], [false, ['skb_pull@net']]);
  const own = await askBoth('skb_pull', ['skb_pull'], ['skb_pul']);
  assert.deepEqual([own.isGuess, listed(own)], [false, ['skb_pull']]);
  const neither = await askBoth('skb_pull', ['skb_pul'], ['skb_pxll']);
  assert.deepEqual([neither.isGuess, listed(neither)], [true, ['skb_pul']]);
});

test('an error that both tell of is listed once, with our page', async () => {
  const { errors } = await askBoth('no such wheel 3', ['a1'], ['b1']);
  assert.deepEqual(
    errors.filter(({ row }) => row.title === 'no such wheel').map(({ from }) => from),
    [undefined],
  );
  assert.ok(errors.some(({ row, from }) => row.title === 'wheel of b1 lost' && from === NET));
});

test('the manifest names other builds only where there are any', () => {
  const manifest = (source: SearchSource): object =>
    JSON.parse(buildSearchFiles(source, (text) => hash('sha256', text)).at(-1)?.text ?? '') as object;
  assert.equal('others' in manifest(sourceOf([], [])), false);
  assert.deepEqual((manifest(sourceOf([], [NET])) as { others: unknown }).others, [NET]);
});
