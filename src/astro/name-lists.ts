/** The lists of all names: by letter, each list cut into pages, all of it worked out once for a build. */
import type { CorpusEntity } from '../compiler/compile-corpus.ts';
import { escapeName, type Routes } from '../routes.ts';
import { pageLengths, sortKeyOf } from './page-names.ts';

export interface NameListPage {
  readonly letter: string;
  /** 1 for the first page of a letter. */
  readonly page: number;
  readonly pageCount: number;
  readonly url: string;
  /** Numbers of its entities, in the order in which they are listed. */
  readonly entities: readonly number[];
}

export interface NameLists {
  readonly pages: readonly NameListPage[];
  /** Where an entity is listed: its page with the anchor of its row. */
  placeOf(number: number): string;
}

/** Lists `entities`, which are known by their numbers in that array. */
export function listNames(entities: readonly CorpusEntity[], routes: Routes): NameLists {
  const keys = entities.map(({ name }) => sortKeyOf(name));
  const byLetter = new Map<string, number[]>();
  keys.forEach((key, number) => {
    const letter = letterOf(key);
    const list = byLetter.get(letter);
    if (list === undefined) byLetter.set(letter, [number]);
    else list.push(number);
  });
  const textOf = (number: number) => [keys[number] ?? '', entities[number]?.name ?? '', entities[number]?.id ?? ''];
  const pages: NameListPage[] = [];
  const urls: string[] = [];
  for (const letter of [...byLetter.keys()].sort()) {
    const list = (byLetter.get(letter) ?? []).sort((a, b) => compareInTurn(textOf(a), textOf(b)));
    const lengths = pageLengths(list.map((number) => keys[number] ?? ''));
    let from = 0;
    lengths.forEach((length, index) => {
      const url = routes.namePage(letter, index + 1);
      const listed = list.slice(from, from + length);
      for (const number of listed) urls[number] = url;
      pages.push({ letter, page: index + 1, pageCount: lengths.length, url, entities: listed });
      from += length;
    });
  }
  return {
    pages,
    placeOf: (number) => {
      const entity = entities[number];
      return entity === undefined ? routes.names : `${urls[number]}#${encodeURIComponent(anchorOfName(entity.id))}`;
    },
  };
}

/** Anchor of an entity's row in the lists. */
export function anchorOfName(id: string): string {
  return escapeName(id);
}

/** Letter under which a name of this sort key is listed; `#` for what does not begin with one. */
function letterOf(key: string): string {
  const first = key.charAt(0);
  return /^[a-z]$/.test(first) ? first : '#';
}

/** Order by the first text that differs. */
function compareInTurn(a: readonly string[], b: readonly string[]): number {
  for (let at = 0; at < a.length; at++) {
    const [x = '', y = ''] = [a[at], b[at]];
    if (x !== y) return x < y ? -1 : 1;
  }
  return 0;
}
