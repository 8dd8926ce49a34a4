import { type AnswerGroup, groupOrder, type SearchAnswer } from '../search/search-session.ts';
import { type ResultRow, rowOfError, rowOfHit, rowOfName, rowOfPage } from './search-rows.ts';
import type { WordAnswer } from './word-index.ts';

/** What is shown, and how much of it. */
export interface ShownPart {
  readonly base: string;
  /** A group, a kind of page, or empty for everything. */
  readonly kind: string;
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

/** True when the filter leaves the group in. Errors are in a group of their own and among the pages. */
export function isGroupShown(group: AnswerGroup, kind: string): boolean {
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
  { base, kind, limits }: ShownPart,
): Readonly<Record<AnswerGroup, readonly ResultRow[]>> {
  const isBeside = groupOrder(answer)[0] !== 'names' && kind === '';
  const nameLimit = kind === 'names' ? ALL_NAMES : isBeside ? BESIDE : limits.names;
  const errors = answer.errors.slice(0, limits.errors).map((match) => rowOfError(match, base));
  const hits = (found?.hits ?? []).map(rowOfHit);
  const byPage = new Map(hits.map((hit) => [withoutFragment(hit.url), hit] as const));
  const titled = answer.pages
    .filter(({ record, distance }) => distance < 1 && (!isPageKindName(kind) || record.kind === kind))
    .slice(0, BESIDE)
    .map((match) => rowOfPage(match, answer, base))
    .map((row) => ({ ...row, quote: byPage.get(row.url)?.quote ?? row.quote }));
  const listed = new Set([...titled, ...errors].map(({ url }) => url));
  const others = hits.filter((hit) => !listed.has(withoutFragment(hit.url)));
  return {
    names: answer.names.slice(0, nameLimit).map((match) => rowOfName(match, answer, base)),
    errors,
    pages: [...titled, ...others].slice(0, limits.pages),
  };
}

function withoutFragment(url: string): string {
  return url.replace(/#.*$/, '');
}
