import type { OtherSite } from '../model/other-site.ts';
import type { ErrorMatch } from '../search/error-table.ts';
import type { WordHit } from '../search/find-words.ts';
import { markMatches, markWords, type TextRun } from '../search/mark-matches.ts';
import type { NameMatch } from '../search/rank-names.ts';
import type { SearchAnswer } from '../search/search-session.ts';
import { makeElement } from './make-element.ts';

/** One result, whatever it comes from. `url` can be followed as it is. */
export interface ResultRow {
  readonly url: string;
  readonly title: readonly TextRun[];
  readonly isCode: boolean;
  /** What it is, in a word. */
  readonly kind: string;
  /** What to look out for; silence is the good state: `gone`, `moved`, the name of another site. */
  readonly marks: readonly { readonly mark: string; readonly text: string }[];
  readonly quote: readonly TextRun[];
}

const MARK_TEXTS: Readonly<Record<string, string>> = {
  moved: 'moved',
  gone: 'gone',
  newer: 'newer',
  slip: 'misspelt?',
};

export function rowOfName(match: NameMatch, answer: SearchAnswer, base: string): ResultRow {
  const { record, spelling } = match;
  const { lookups } = answer.query;
  const text = MARK_TEXTS[record.mark];
  const marks = [...(text === undefined ? [] : [{ mark: record.mark, text }]), ...siteMarks(match.from)];
  const quote =
    spelling === record.name ? record.quote : `as ${spelling}${record.quote === '' ? '' : ` · ${record.quote}`}`;
  return {
    url: (match.from?.url ?? base) + record.url,
    title: markMatches(record.name, lookups),
    isCode: true,
    kind: record.kind,
    marks,
    quote: markMatches(quote, [...lookups, { literal: record.name, key: record.name }]),
  };
}

export function rowOfError(match: ErrorMatch, base: string): ResultRow {
  return {
    url: (match.from?.url ?? base) + match.row.url,
    title: markWords(match.row.title, match.words),
    isCode: true,
    kind: 'error',
    marks: siteMarks(match.from),
    quote: [],
  };
}

export function rowOfPage(match: NameMatch, answer: SearchAnswer, base: string): ResultRow {
  const { record } = match;
  return {
    url: (match.from?.url ?? base) + record.url,
    title: markMatches(record.name, answer.query.lookups),
    isCode: false,
    kind: record.kind,
    marks: siteMarks(match.from),
    quote: [],
  };
}

export function rowOfHit(hit: WordHit): ResultRow {
  const title = hit.heading === '' ? hit.title : `${hit.title} › ${hit.heading}`;
  return {
    url: hit.url,
    title: [{ text: title, isMarked: false }],
    isCode: false,
    kind: hit.kind,
    marks: siteMarks(hit.from),
    quote: hit.excerpt,
  };
}

function siteMarks(from: OtherSite | undefined): ResultRow['marks'] {
  return from === undefined ? [] : [{ mark: 'site', text: from.name }];
}

/** A row of the grid of results with one cell that holds the link; `id` is what the field points at. */
export function renderRow(row: ResultRow, id: string): HTMLElement {
  const title = makeElement(row.isCode ? 'code' : 'span', { class: 'kn-result-title' }, ...renderRuns(row.title));
  const notes = [row.kind === '' ? [] : [makeElement('span', { class: 'kn-result-kind' }, row.kind)]].flat();
  const marks = row.marks.map(({ mark, text }) =>
    makeElement('span', { class: 'kn-result-mark', 'data-mark': mark }, text),
  );
  const link = makeElement('a', { href: row.url, tabindex: '-1' }, title, ' ', ...notes, ...marks);
  if (row.quote.length > 0) link.append(makeElement('span', { class: 'kn-result-quote' }, ...renderRuns(row.quote)));
  const cell = makeElement('div', { role: 'gridcell', id }, link);
  return makeElement('div', { role: 'row', class: 'kn-result', 'data-result': true }, cell);
}

function renderRuns(runs: readonly TextRun[]): (Node | string)[] {
  return runs.map(({ text, isMarked }) => (isMarked ? makeElement('mark', {}, text) : text));
}
