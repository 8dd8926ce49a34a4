import type { WordAnswer, WordFilters } from '../search/find-words.ts';
import { type AnswerGroup, groupOrder, type SearchAnswer } from '../search/search-session.ts';
import { type ResultRow, rowOfError, rowOfHit, rowOfName, rowOfPage } from './search-rows.ts';

/** What the reader wants to see; an empty field leaves everything in. */
export interface ShownFilters {
  /** A group or a kind of page. */
  readonly kind: string;
  readonly book: string;
  readonly status: string;
}

/** No filter at all. */
export const ALL: ShownFilters = { kind: '', book: '', status: '' };

/** What is shown, and how much of it. */
export interface ShownPart {
  readonly base: string;
  readonly filters: ShownFilters;
  readonly limits: Readonly<Record<AnswerGroup, number>>;
}

/** Kinds of pages by which one filters, with their names. */
export const PAGE_KINDS: Readonly<Record<string, string>> = {
  chapter: 'Chapters',
  topic: 'Topics',
  error: 'Errors',
  sample: 'Samples',
  question: 'Questions',
};

/** Names shown beside a query that is made of words, and titles before the pages that have the words in their text. */
const BESIDE = 3;
const ALL_NAMES = 200;

export function isPageKindName(kind: string): boolean {
  return kind in PAGE_KINDS;
}

export function isUnfiltered({ kind, book, status }: ShownFilters): boolean {
  return !isPageKindName(kind) && book === '' && status === '';
}

/** The filters as the word index takes them. */
export function wordFilters({ kind, book, status }: ShownFilters): WordFilters {
  return {
    ...(isPageKindName(kind) ? { kind: [kind] } : {}),
    ...(book === '' ? {} : { book: [book] }),
    ...(status === '' ? {} : { status: [status] }),
  };
}

/** True when the filters leave the group in. Errors are in a group of their own and among the pages; only pages have books and states. */
export function isGroupShown(group: AnswerGroup, { kind, book, status }: ShownFilters): boolean {
  if (book !== '' || status !== '') return group === 'pages';
  if (kind === '' || kind === group) return true;
  return (group === 'pages' && isPageKindName(kind)) || (group === 'errors' && kind === 'error');
}

/** How many results each group has, those included that are not shown. */
export function countGroups(
  answer: SearchAnswer,
  found: WordAnswer | undefined,
): Readonly<Record<AnswerGroup, number>> {
  return {
    names: answer.nameCount,
    errors: answer.errors.length,
    pages: Math.max(answer.pages.length, found?.count ?? 0),
  };
}

/** The rows of each group. A page that is found by its title and by its text is listed once, with the place in the text. */
export function collectRows(
  answer: SearchAnswer,
  found: WordAnswer | undefined,
  { base, filters, limits }: ShownPart,
): Readonly<Record<AnswerGroup, readonly ResultRow[]>> {
  const { kind, book, status } = filters;
  const isBeside = groupOrder(answer)[0] !== 'names' && kind === '';
  const nameLimit = kind === 'names' ? Math.max(ALL_NAMES, limits.names) : isBeside ? BESIDE : limits.names;
  const order = groupOrder(answer);
  const areErrorsFirst = isGroupShown('errors', filters) && order.indexOf('errors') < order.indexOf('pages');
  const errors = answer.errors.slice(0, limits.errors).map((match) => rowOfError(match, base));
  const hits = (found?.hits ?? []).map(rowOfHit);
  const byPage = new Map(hits.map((hit) => [withoutFragment(hit.url), hit] as const));
  const titled = answer.pages
    .filter(({ record, distance }) => distance < 1 && (!isPageKindName(kind) || record.kind === kind))
    .map((match) => rowOfPage(match, answer, base))
    .filter(({ url }) => (book === '' && status === '') || byPage.has(url))
    .slice(0, BESIDE)
    .map((row) => ({ ...row, quote: byPage.get(row.url)?.quote ?? row.quote }));
  // An error that is among the pages as well is listed once, where it is seen first.
  const listed = new Set([...titled, ...(areErrorsFirst ? errors : [])].map(({ url }) => url));
  const others = hits.filter((hit) => !listed.has(withoutFragment(hit.url)));
  const pages = [...titled, ...others].slice(0, limits.pages);
  const shown = new Set(pages.map(({ url }) => withoutFragment(url)));
  return {
    names: answer.names.slice(0, nameLimit).map((match) => rowOfName(match, answer, base)),
    errors: errors.filter(({ url }) => areErrorsFirst || !shown.has(url)),
    pages,
  };
}

function withoutFragment(url: string): string {
  return url.replace(/#.*$/, '');
}
