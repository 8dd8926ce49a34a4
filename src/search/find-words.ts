import type { OtherSite } from '../model/other-site.ts';
import { alternativesOf } from './alternatives-of.ts';
import { languageOfText } from './language-of-text.ts';
import type { TextRun } from './mark-matches.ts';
import { mergeWords } from './merge-words.ts';
import { isOneEditApart, isTwoEditsApart } from './nearby-names.ts';
import type {
  PagefindInstance,
  PagefindPage,
  PagefindResult,
  PagefindSearch,
  PagefindSubResult,
} from './pagefind-types.ts';
import { joinUnspaced } from './part-unspaced.ts';
import { type RankedPage, rankPages } from './rank-pages.ts';
import { stemWord } from './stem-word.ts';
import { isWeakWord, WEAK_GAIN } from './stop-words.ts';
import { toWordParts, type WordPart } from './word-parts.ts';

/**
 * Ranks what the word index finds; in the browser and on the command line. Pagefind wants all words on a page and weighs stems; here
 * each word is asked for alone, in other words as well, the answers are put together, and the best pages are looked at.
 */

/** Length of the quoted text. */
export const EXCERPT_WORDS = 26;
/** How the index chooses the pages that are looked at: long ones lose nothing, and the word that was typed goes before longer ones. */
export const INDEX_RANKING = { pageLength: 0, termSimilarity: 4 } as const;

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
  /** What was searched for instead of those of `unmet` that look like slips. */
  readonly corrections?: Readonly<Record<string, string>> | undefined;
  readonly filters: FilterCounts;
}

export type WordFilters = Readonly<Record<string, readonly string[]>>;

/** What of an index is searched. */
export interface SearchedPart {
  readonly filters?: WordFilters;
  /** Pages that are left out, as far as they are looked at. */
  readonly isKnown?: (page: PagefindPage) => boolean;
}

/** Pages whose text is looked at: the best by the scores of the word index. */
const LOOKED_AT = 32;
/** Where fewer pages have all the words, those that have most of them are counted as well. */
const ENOUGH = 10;
/** A word on more than this share of all pages is not asked for in other words: they would tell nothing. */
const COMMON_SHARE = 0.25;
/** What a page gets that has another word than the one that was typed. */
const ALTERNATIVE_SCORE = 0.5;
/** Score of a phrase that one page has. */
const PHRASE_SCORE = 20;
const MIN_CORRECTED = 5;
const MIN_CORRECTED_TWICE = 9;
const MIN_COMPOUND_PART = 4;
/** Letters of a word that a page has at least. */
const MIN_BEGINNING = 3;
/** Pages that have a compound at most for its words to be asked for instead. */
const RARE = 2;
const RE_LETTERS = /^\p{L}+$/u;

interface Found {
  readonly pages: readonly RankedPage[];
  readonly count: number;
  readonly filters: FilterCounts;
  readonly isMost: boolean;
}

/**
 * The first `limit` pages that hold the words of `text` in any of the indexes, best first. `filters` are the reader's; the pages of `part` are all
 * that is searched, less those of `isKnown`. A word that no page has is taken for a slip where the pages that were found have one much like it.
 */
export async function findWords(
  instances: readonly PagefindInstance[],
  text: string,
  filters: WordFilters,
  limit: number,
  part: SearchedPart = {},
): Promise<WordAnswer> {
  const parts = toWordParts(text);
  const first = await findParts(instances, parts, filters, limit, part);
  const corrections = await leaveKnown(instances, correctParts(parts, first.pages), part);
  if (corrections.size === 0) {
    const split = splitRare(parts, first);
    return split === undefined ? first.answer : (await findParts(instances, split, filters, limit, part)).answer;
  }
  const { answer } = await findParts(instances, putWords(parts, corrections), filters, limit, part);
  return {
    ...answer,
    match: 'beginnings',
    unmet: [...corrections.keys(), ...answer.unmet],
    corrections: Object.fromEntries(corrections),
  };
}

/** Corrections without those of words that some page has, though none of the best: `stick` is no slip for `stack` then. */
async function leaveKnown(
  instances: readonly PagefindInstance[],
  corrections: ReadonlyMap<string, string>,
  { filters = {} }: SearchedPart,
): Promise<ReadonlyMap<string, string>> {
  const slips = new Map<string, string>();
  for (const [text, word] of corrections) {
    const stem = stemWord(text.toLowerCase());
    const found = await Promise.all(
      instances.map(async (instance) => {
        const page = await (await instance.search(text, { filters: listValues(filters) }))?.results[0]?.data();
        return [...countWords(page === undefined ? [] : [page]).keys()].some((known) => stemWord(known) === stem);
      }),
    );
    if (!found.includes(true)) slips.set(text, word);
  }
  return slips;
}

/** The parts with other words for some. */
function putWords(parts: readonly WordPart[], others: ReadonlyMap<string, string>): WordPart[] {
  return parts.flatMap((one) => {
    const words = others.get(one.text)?.split(' ');
    return words === undefined ? [one] : words.map((word) => ({ ...one, query: word, text: word }));
  });
}

/** The parts with each compound that next to no page has as its two words, where the found pages write it so; `undefined` when there is none. */
function splitRare(parts: readonly WordPart[], { answer, pages }: PartAnswer): WordPart[] | undefined {
  if (parts.length > 1 || answer.count > RARE) return undefined;
  const known = countWords(pages.map(({ page }) => page));
  const split = new Map<string, string>();
  for (const { query, text } of parts) {
    const words = query === text ? partCompound(text.toLowerCase(), known) : undefined;
    if (words !== undefined) split.set(text, words);
  }
  return split.size === 0 ? undefined : putWords(parts, split);
}

interface PartAnswer {
  readonly answer: WordAnswer;
  readonly pages: readonly RankedPage[];
}

async function findParts(
  instances: readonly PagefindInstance[],
  parts: readonly WordPart[],
  filters: WordFilters,
  limit: number,
  part: SearchedPart,
): Promise<PartAnswer> {
  const found: Found[] = [];
  for (const instance of instances) found.push(await find(instance, parts, filters, limit, part));
  // The word index shortens a word until some page has its beginning, down to one letter.
  if (!found.some(({ pages }) => pages.some(({ page }) => parts.some((one) => hasBeginning(page, one)))))
    return { answer: { hits: [], count: 0, match: 'words', unmet: [], filters: {} }, pages: [] };
  const pages = found
    .flatMap((one) => one.pages)
    .sort((a, b) => b.score - a.score)
    .slice(0, limit);
  const isMost = found.every((one) => one.isMost);
  const unmet = parts.filter((one) => pages.length > 0 && !pages.some(({ page }) => hasPart(page, one)));
  const answer: WordAnswer = {
    hits: pages.map(toHit),
    count: found.reduce((sum, { count }) => sum + count, 0),
    match: unmet.length > 0 ? 'beginnings' : isMost ? 'most' : 'words',
    unmet: unmet.map((one) => one.text),
    filters: addCounts(found.map((one) => one.filters)),
  };
  return { answer, pages };
}

/** For each plain word that no found page has in any form, two of their words that it is made of, else their commonest that is one edit away, two where it is long. */
function correctParts(parts: readonly WordPart[], pages: readonly RankedPage[]): ReadonlyMap<string, string> {
  const corrections = new Map<string, string>();
  const plain = parts.filter(
    ({ query, text }) => query === text && text.length >= MIN_CORRECTED && /^[a-z]+$/i.test(text),
  );
  if (plain.length === 0) return corrections;
  const counts = countWords(pages.map(({ page }) => page));
  const words = [...counts]
    .sort(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1))
    .map(([word]) => word);
  for (const { text } of plain) {
    const typed = text.toLowerCase();
    const stem = stemWord(typed);
    if (words.some((word) => word.startsWith(stem) || stemWord(word) === stem)) continue;
    const word =
      partCompound(typed, counts) ??
      words.find((known) => isOneEditApart(known, typed)) ??
      (typed.length < MIN_CORRECTED_TWICE ? undefined : words.find((known) => isTwoEditsApart(known, typed)));
    if (word !== undefined) corrections.set(text, word);
  }
  return corrections;
}

function countWords(pages: readonly PagefindPage[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { meta, content } of pages) {
    const text = `${meta.title ?? ''} ${content}`.toLowerCase();
    for (const [word] of text.matchAll(/[a-z]{4,}/g)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

/** `hugepages` → `huge pages`, where both are known. */
function partCompound(typed: string, known: ReadonlyMap<string, number>): string | undefined {
  for (let at = typed.length - MIN_COMPOUND_PART; at >= MIN_COMPOUND_PART; at -= 1) {
    if (known.has(typed.slice(0, at)) && known.has(typed.slice(at))) return `${typed.slice(0, at)} ${typed.slice(at)}`;
  }
  return undefined;
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

/**
 * The best pages that have most of the parts, looked at more closely, then the others that have all of them. Where only few have all, the first are all there
 * is: they are filtered and counted as they are.
 */
async function find(
  instance: PagefindInstance,
  parts: readonly WordPart[],
  filters: WordFilters,
  limit: number,
  part: SearchedPart,
): Promise<Found> {
  if (parts.length === 0) return { pages: [], count: 0, filters: {}, isMost: false };
  const total = countPages(await instance.filters());
  const { filters: narrowed = {}, isKnown = () => false } = part;
  const within = listValues(narrowed);
  const own = await Promise.all(
    parts.map(async ({ query }) => weighPhrase(query, await instance.search(query, { filters: within }))),
  );
  const lists = await Promise.all(
    parts.map(async (one, index) => {
      const results = own[index]?.results ?? [];
      const others = one.query === one.text && results.length <= total * COMMON_SHARE ? alternativesOf(one.text) : [];
      return addAlternatives(
        results,
        await Promise.all(others.map((word) => instance.search(word, { filters: within }))),
      );
    }),
  );
  const merged = mergeWords(
    lists.map((pages, index) => ({
      pages,
      isWanted: parts[index]?.isWanted === true,
      weight: isWeakWord(parts[index]?.text ?? '') ? WEAK_GAIN : 1,
    })),
  );
  // The quote is that of the part that tells most.
  const results = new Map<string, PagefindResult>();
  for (const result of lists.flat())
    if (result.score > (results.get(result.id)?.score ?? -1)) results.set(result.id, result);
  const ids = merged.slice(0, LOOKED_AT).map(({ id }) => id);
  const pageOf = new Map(await Promise.all(ids.map(async (id) => [id, await results.get(id)?.data()] as const)));
  const loaded = [...pageOf.values()].flatMap((page) => page ?? []);
  const best = rankPages(
    loaded.filter((page) => !isKnown(page)),
    parts,
    own.map((search) => search?.results.length ?? 0),
    total,
  );
  const shown = best.filter(({ page }) => passes(page, filters));
  const all = await searchAll(instance, parts, { ...filters, ...narrowed });
  const common = countCommon(own);
  if (all === null || common < ENOUGH) {
    const counted = countFilters(
      best.map(({ page }) => page),
      1,
    );
    return { pages: shown, count: shown.length, filters: counted, isMost: common === 0 };
  }
  const known = new Set(ids);
  const others = all.results.filter(({ id }) => !known.has(id));
  const least = shown.at(-1)?.score ?? 1;
  const more = others.slice(0, Math.max(0, limit - shown.length)).map(async (result, index) => ({
    page: await result.data(),
    score: least - (index + 1) / 1000,
    location: -1,
  }));
  const withAll = new Set(all.results.map(({ id }) => id));
  const both = [...pageOf].flatMap(([id, page]) =>
    page !== undefined && passes(page, filters) ? [{ page, hasAll: withAll.has(id) }] : [],
  );
  const extra = both.filter(({ page, hasAll }) => !hasAll && !isKnown(page)).map(({ page }) => page);
  const leftOut = both.filter(({ page, hasAll }) => hasAll && isKnown(page)).map(({ page }) => page);
  return {
    pages: [...shown, ...(await Promise.all(more)).filter(({ page }) => !isKnown(page))],
    count: others.length + shown.length,
    filters: addCounts([all.filters, countFilters(extra, 1), countFilters(leftOut, -1)]),
    isMost: false,
  };
}

/** The pages that have all parts; `null` where a phrase is among several parts, which the word index does not know. */
async function searchAll(
  instance: PagefindInstance,
  parts: readonly WordPart[],
  filters: WordFilters,
): Promise<PagefindSearch | null> {
  if (parts.length > 1 && parts.some(({ query }) => query.startsWith('"'))) return null;
  return instance.search(parts.map(({ query }) => query).join(' '), { filters: listValues(filters) });
}

/** Pages that have other words for a part, among those that have it. */
function addAlternatives(
  results: readonly PagefindResult[],
  others: readonly (PagefindSearch | null)[],
): readonly PagefindResult[] {
  if (others.length === 0) return results;
  const found = new Map(results.map((result) => [result.id, result]));
  for (const result of others.flatMap((search) => search?.results ?? [])) {
    const score = ALTERNATIVE_SCORE * result.score;
    const known = found.get(result.id);
    if (known === undefined || known.score < score)
      found.set(result.id, { id: result.id, score, data: () => (known ?? result).data() });
  }
  return [...found.values()];
}

/** Number of pages that have all parts, whatever the reader filters by. */
function countCommon([first, ...others]: readonly (PagefindSearch | null)[]): number {
  const sets = others.map((search) => new Set((search?.results ?? []).map(({ id }) => id)));
  return (first?.results ?? []).filter(({ id }) => sets.every((ids) => ids.has(id))).length;
}

function countPages(filters: FilterCounts): number {
  return Object.values(filters.kind ?? {}).reduce((sum, count) => sum + count, 0);
}

function passes(page: PagefindPage, filters: WordFilters): boolean {
  return Object.entries(filters).every(([name, values]) => page.filters[name]?.some((value) => values.includes(value)));
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

/** How many pages have each value, `one` for each. */
function countFilters(pages: readonly PagefindPage[], one: 1 | -1): FilterCounts {
  return addCounts(
    pages.map(({ filters }) =>
      Object.fromEntries(
        Object.entries(filters).map(([name, values]) => [
          name,
          Object.fromEntries(values.map((value) => [value, one])),
        ]),
      ),
    ),
  );
}

function hasPart(page: PagefindPage, { text }: WordPart): boolean {
  const content = joinUnspaced(`${page.meta.title ?? ''} ${page.content}`).toLowerCase();
  return content.includes(beginningOf(text.toLowerCase()));
}

/** True where a page has the first letters at least of a part, or of another word for it. */
function hasBeginning(page: PagefindPage, one: WordPart): boolean {
  if (hasPart(page, one)) return true;
  const words = [one.text, ...(one.query === one.text ? alternativesOf(one.text) : [])];
  const content = joinUnspaced(`${page.meta.title ?? ''} ${page.content}`).toLowerCase();
  return words.some((word) => content.includes(word.toLowerCase().slice(0, MIN_BEGINNING)));
}

/** Inflected forms share their beginning; names have none. */
function beginningOf(word: string): string {
  return RE_LETTERS.test(word) && /^[a-zа-я]/.test(word) ? word.slice(0, Math.max(4, word.length - 3)) : word;
}

function toHit({ page, score, location }: RankedPage): WordHit {
  const title = joinUnspaced(page.meta.title ?? page.url);
  const place = placeOf(page, location);
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

/** The heading under which the words stand closest together; where that one has none that was asked for first, the one that weighs most. */
function placeOf({ anchors, sub_results }: PagefindPage, location: number): PagefindSubResult | undefined {
  const above = anchors.filter((anchor) => anchor.location <= location).at(-1);
  const closest = above === undefined ? undefined : sub_results.find(({ url }) => url.endsWith(`#${above.id}`));
  const weigh = (sub: PagefindSubResult): number =>
    sub.weighted_locations.reduce((sum, place) => sum + place.balanced_score, 0);
  let heaviest: PagefindSubResult | undefined;
  for (const sub of sub_results) if (heaviest === undefined || weigh(sub) > weigh(heaviest)) heaviest = sub;
  return closest ?? heaviest;
}

/** What Pagefind marks along with a word because no blank stands between. */
const RE_MARKED_SIGNS = /(?<=[\p{L}\p{N})\]])([.,;:!?]+)<\/mark>/gu;

/** Pagefind's excerpts are text with `<mark>` around matches, in which only `<` and `>` are escaped. */
function toRuns(excerpt: string): TextRun[] {
  return joinUnspaced(excerpt)
    .replace(RE_MARKED_SIGNS, '</mark>$1')
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
