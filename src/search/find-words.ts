import type { OtherSite } from '../model/other-site.ts';
import { languageOfText } from './language-of-text.ts';
import type { TextRun } from './mark-matches.ts';
import { mergeWords } from './merge-words.ts';
import type {
  PagefindInstance,
  PagefindPage,
  PagefindResult,
  PagefindSearch,
  PagefindSubResult,
} from './pagefind-types.ts';
import { joinUnspaced } from './part-unspaced.ts';
import { toWordParts, type WordPart } from './word-parts.ts';

/**
 * Ranks what the word index finds; in the browser and on the command line. Pagefind wants all words on a page and weighs stems; where too few pages
 * have all, each word is asked for alone and the answers are put together.
 */

/** Length of the quoted text. */
export const EXCERPT_WORDS = 26;

/** A page that holds the words. */
export interface WordHit {
  readonly url: string;
  readonly title: string;
  /** Heading under which the words stand; empty for the top of the page. */
  readonly heading: string;
  readonly kind: string;
  readonly excerpt: readonly TextRun[];
  /** Orders the hits of several sites. */
  readonly score: number;
  /** The build that it comes from, where that is not the open one. */
  readonly from?: OtherSite | undefined;
}

/** Number of pages by filter (`kind`, `book`, `status`) and value. */
export type FilterCounts = Readonly<Record<string, Readonly<Record<string, number>>>>;

export interface WordAnswer {
  readonly hits: readonly WordHit[];
  readonly count: number;
  /** `words`: some page has them all; `beginnings`: only shorter beginnings of `unmet` were found; `most`: no page has all of them. */
  readonly match: 'words' | 'beginnings' | 'most';
  readonly unmet: readonly string[];
  readonly filters: FilterCounts;
}

export type WordFilters = Readonly<Record<string, readonly string[]>>;

/** Where fewer pages have all the words, those that have most of them are listed as well. */
const ENOUGH = 10;
/** Pages of such a list. */
const MERGED_COUNT = 16;
/** What a page gains for having all the words as typed, and not as relatives with the same stem. */
const WHOLE_GAIN = 0.25;
const TITLE_GAIN = 0.5;
/** Score of a phrase that one page has. */
const PHRASE_SCORE = 20;
const RE_LETTERS = /^\p{L}+$/u;

interface Found {
  readonly pages: readonly { readonly page: PagefindPage; readonly score: number }[];
  readonly count: number;
  readonly filters: FilterCounts;
  readonly isMost: boolean;
}

/**
 * The first `limit` pages that hold the words of `text` in any of the indexes, best first. `filters` are the reader's; the pages of `part` are all
 * that is searched.
 */
export async function findWords(
  instances: readonly PagefindInstance[],
  text: string,
  filters: WordFilters,
  limit: number,
  part: WordFilters = {},
): Promise<WordAnswer> {
  const parts = toWordParts(text);
  const found: Found[] = [];
  for (const instance of instances) found.push(await find(instance, parts, filters, limit, part));
  const pages = found
    .flatMap((one) => one.pages)
    .sort((a, b) => b.score - a.score)
    .slice(0, limit);
  const isMost = found.every((one) => one.isMost);
  const unmet = parts.filter((one) => pages.length > 0 && !pages.some(({ page }) => hasPart(page, one)));
  return {
    hits: pages.map(({ page, score }) => toHit(page, score * gainOf(page, parts))).sort((a, b) => b.score - a.score),
    count: found.reduce((sum, { count }) => sum + count, 0),
    match: unmet.length > 0 ? 'beginnings' : isMost ? 'most' : 'words',
    unmet: unmet.map((one) => one.text),
    filters: addCounts(found.map((one) => one.filters)),
  };
}

/** The languages whose indexes are asked: that of the script that was typed, where there is one, and the site's own. `languages` have their numbers of pages. */
export function languagesFor(
  text: string,
  languages: ReadonlyMap<string, number>,
  siteLanguage: string,
): readonly string[] {
  const own = siteLanguage.toLowerCase();
  const largest = [...languages].sort((a, b) => b[1] - a[1])[0]?.[0] ?? own;
  const main = [own, own.split('-')[0] ?? own].find((language) => languages.has(language)) ?? largest;
  const typed = languageOfText(text);
  const scripted = [...languages.keys()].filter((language) => language.split('-')[0] === typed);
  return [...new Set([...scripted, main])];
}

/** Pages with all parts; where they are few, the best of those that have some. */
async function find(
  instance: PagefindInstance,
  parts: readonly WordPart[],
  filters: WordFilters,
  limit: number,
  part: WordFilters,
): Promise<Found> {
  if (parts.length === 0) return { pages: [], count: 0, filters: {}, isMost: false };
  await instance.filters();
  if (parts.length === 1 || parts.every(({ query }) => !query.startsWith('"'))) {
    const search = await instance.search(parts.map(({ query }) => query).join(' '), {
      filters: listValues({ ...filters, ...part }),
    });
    if (search !== null && (parts.length === 1 || search.unfilteredResultCount >= ENOUGH)) {
      const pages = search.results
        .slice(0, limit)
        .map(async (result) => ({ page: await result.data(), score: result.score }));
      return {
        pages: await Promise.all(pages),
        count: search.results.length,
        filters: search.filters,
        isMost: false,
      };
    }
  }
  return findSome(instance, parts, filters, part);
}

/** The best of the pages that have some of the parts. They are few, hence filtered and counted as they are. */
async function findSome(
  instance: PagefindInstance,
  parts: readonly WordPart[],
  filters: WordFilters,
  part: WordFilters,
): Promise<Found> {
  const searches = await Promise.all(
    parts.map(async ({ query }) => weighPhrase(query, await instance.search(query, { filters: listValues(part) }))),
  );
  // The place and the quote are those of the part that tells most.
  const results = new Map<string, PagefindResult>();
  for (const search of searches) {
    for (const result of search?.results ?? []) {
      if (result.score > (results.get(result.id)?.score ?? -1)) results.set(result.id, result);
    }
  }
  const merged = mergeWords(
    searches.map((search, index) => ({ pages: search?.results ?? [], isWanted: parts[index]?.isWanted === true })),
  ).slice(0, MERGED_COUNT);
  const loaded = await Promise.all(
    merged.flatMap(({ id, score }) => {
      const result = results.get(id);
      return result === undefined ? [] : [result.data().then((page) => ({ page, score }))];
    }),
  );
  const pages = loaded.filter(({ page }) =>
    Object.entries(filters).every(([name, values]) => page.filters[name]?.some((value) => values.includes(value))),
  );
  return {
    pages,
    count: pages.length,
    filters: countFilters(loaded.map(({ page }) => page)),
    isMost: !merged.some((page) => page.parts === parts.length),
  };
}

function listValues(filters: WordFilters): Record<string, string[]> {
  return Object.fromEntries(Object.entries(filters).map(([name, values]) => [name, [...values]]));
}

/** Pagefind gives every page that has a phrase the score 1; here rare ones tell more, as words do. */
function weighPhrase(query: string, search: PagefindSearch | null): PagefindSearch | null {
  if (search === null || !query.startsWith('"')) return search;
  const score = PHRASE_SCORE / (1 + Math.log(Math.max(1, search.results.length)));
  const results = search.results.map((result) => ({ id: result.id, score, data: () => result.data() }));
  return { ...search, results };
}

/** The sums of several counts. */
export function addCounts(all: readonly FilterCounts[]): FilterCounts {
  const sums: Record<string, Record<string, number>> = {};
  for (const counts of all) {
    for (const [name, values] of Object.entries(counts)) {
      const sum = (sums[name] ??= {});
      for (const [value, count] of Object.entries(values)) sum[value] = (sum[value] ?? 0) + count;
    }
  }
  return sums;
}

function countFilters(pages: readonly PagefindPage[]): FilterCounts {
  return addCounts(
    pages.map(({ filters }) =>
      Object.fromEntries(
        Object.entries(filters).map(([name, values]) => [name, Object.fromEntries(values.map((value) => [value, 1]))]),
      ),
    ),
  );
}

/** Above 1 for pages that have the words as typed, the more so in the title. */
function gainOf(page: PagefindPage, parts: readonly WordPart[]): number {
  const title = joinUnspaced(page.meta.title ?? '').toLowerCase();
  const text = `${title} ${joinUnspaced(page.content).toLowerCase()}`;
  const share = (isThere: (part: string) => boolean): number =>
    parts.filter((part) => isThere(part.text.toLowerCase())).length / parts.length;
  return (
    1 +
    WHOLE_GAIN * share((part) => text.includes(part)) +
    TITLE_GAIN * share((part) => title.includes(beginningOf(part)))
  );
}

function hasPart(page: PagefindPage, { text }: WordPart): boolean {
  const content = joinUnspaced(`${page.meta.title ?? ''} ${page.content}`).toLowerCase();
  return content.includes(beginningOf(text.toLowerCase()));
}

/** Inflected forms share their beginning; names have none. */
function beginningOf(word: string): string {
  return RE_LETTERS.test(word) && /^[a-zа-я]/.test(word) ? word.slice(0, Math.max(4, word.length - 3)) : word;
}

function toHit(page: PagefindPage, score: number): WordHit {
  const title = joinUnspaced(page.meta.title ?? page.url);
  const weigh = (sub: PagefindSubResult): number =>
    sub.weighted_locations.reduce((sum, place) => sum + place.balanced_score, 0);
  let place: PagefindSubResult | undefined;
  for (const sub of page.sub_results) if (place === undefined || weigh(sub) > weigh(place)) place = sub;
  const isInside = place?.url.includes('#') === true;
  return {
    url: place?.url ?? page.url,
    title,
    heading: isInside && place !== undefined && place.title !== title ? joinUnspaced(place.title) : '',
    kind: page.meta.kind ?? '',
    excerpt: toRuns(place?.excerpt ?? page.excerpt),
    score,
  };
}

/** Pagefind's excerpts are text with `<mark>` around matches, in which only `<` and `>` are escaped. */
function toRuns(excerpt: string): TextRun[] {
  return joinUnspaced(excerpt)
    .split(/(<mark>.*?<\/mark>)/s)
    .filter((part) => part !== '')
    .map((part) => ({
      text: part
        .replace(/<\/?mark>/g, '')
        .replace(/&lt;/g, '<')
        .replace(/&gt;/g, '>'),
      isMarked: part.startsWith('<mark>'),
    }));
}
