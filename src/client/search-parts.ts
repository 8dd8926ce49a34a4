import type { FilterCounts, WordAnswer } from '../search/find-words.ts';
import { tellWords } from '../search/report-answer.ts';
import type { SearchManifest } from '../search/search-manifest.ts';
import type { AnswerGroup, SearchAnswer } from '../search/search-session.ts';
import { makeElement } from './make-element.ts';
import { isUnfiltered, PAGE_KINDS, type ShownFilters } from './search-groups.ts';

/** Values of a filter that are offered; a site may have hundreds of books. */
const MAX_VALUES = 6;

/** Filters with their counts, those of `filters` pressed; none where there is nothing to choose. `found` is of the text of the notes. */
export function renderChips(
  counts: Readonly<Record<AnswerGroup, number>>,
  found: FilterCounts | undefined,
  filters: ShownFilters,
): HTMLElement[] {
  const { kind } = filters;
  const chips: (readonly [key: string, text: string, count: number])[] = [['names', 'Names', counts.names]];
  if (found === undefined) chips.push(['error', 'Errors', counts.errors], ['pages', 'Pages', counts.pages]);
  else {
    for (const [key, text] of Object.entries(PAGE_KINDS)) {
      chips.push([key, text, Math.max(found.kind?.[key] ?? 0, key === 'error' ? counts.errors : 0)]);
    }
  }
  const shown = chips.filter(([key, , count]) => count > 0 || key === kind);
  const choice = shown.length < 2 && kind === '' ? [] : [['', 'All', 0] as const, ...shown];
  return [
    ...choice.map(([key, text, count]) =>
      renderChip('kind', key, text, count, key === '' ? isUnfiltered(filters) && kind === '' : key === kind),
    ),
    ...renderValues('book', 'Book', found?.book, filters.book),
    ...renderValues('status', 'Status', found?.status, filters.status),
  ];
}

/** The values of one filter, the commonest first; the pressed one takes itself back. */
function renderValues(
  filter: string,
  label: string,
  counts: Readonly<Record<string, number>> = {},
  pressed: string,
): HTMLElement[] {
  const values = Object.entries(counts)
    .filter(([value, count]) => count > 0 || value === pressed)
    .sort(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1));
  if (values.length < 2 && pressed === '') return [];
  const shown = values.filter(([value], index) => index < MAX_VALUES || value === pressed);
  return [
    makeElement(
      'span',
      { class: 'kn-search-values', role: 'group', 'aria-label': label },
      makeElement('span', { 'aria-hidden': 'true' }, label),
      ...shown.map(([value, count]) => renderChip(filter, value, value, count, value === pressed)),
    ),
  ];
}

function renderChip(filter: string, value: string, text: string, count: number, isPressed: boolean): HTMLElement {
  return makeElement(
    'button',
    {
      type: 'button',
      'data-filter': filter,
      'data-value': isPressed && filter !== 'kind' ? '' : value,
      'aria-pressed': String(isPressed),
    },
    count === 0 ? text : `${text} ${count}`,
  );
}

export interface NoteState {
  readonly answer: SearchAnswer;
  readonly found: WordAnswer | undefined;
  /** `offered`, `pending`, `done`, or why the text cannot be searched. */
  readonly words: string;
  /** What Enter hands to the page that explains logs, else empty. */
  readonly log: string;
  readonly isEmpty: boolean;
  /** Names of other builds that do not answer. */
  readonly silent: readonly string[];
}

/** What is to be said and offered before the results. */
export function renderNotes({ answer, found, words, log, isEmpty, silent }: NoteState): HTMLElement[] {
  const notes: (Node | string)[] = [];
  const { text } = answer.query;
  const isPasted = log !== '';
  if (isPasted) {
    const lines = log.trim().split('\n').length;
    notes.push(offer('data-explain', `Explain ${lines === 1 ? 'this line' : `these ${lines} lines`} ↵`));
  }
  if (answer.isGuess) notes.push(`Nothing is called “${text}”. These are close:`);
  const told = found === undefined ? undefined : tellWords(found);
  if (told !== undefined) notes.push(told);
  if (words === 'pending') notes.push('Searching the text of all notes…');
  else if (isEmpty && !/[\p{L}\p{N}]/u.test(text)) notes.push('Go on: names are found from their first letter.');
  else if (words === 'done') notes.push(...(isEmpty ? [`Nothing found for “${text}”.`] : []));
  else if (words !== 'offered') notes.push(words);
  else if (!isPasted) notes.push(offer('data-words', 'Search the text of all notes'));
  if (silent.length > 0) notes.push(`Without ${silent.join(', ')}: no answer from there.`);
  return notes.map((note) => makeElement('p', {}, note));
}

/** What is shown before anything is typed. */
export function renderStart(
  examples: readonly string[],
  counts: SearchManifest['counts'],
  recent: readonly string[],
): HTMLElement[] {
  const list = (texts: readonly string[]): HTMLElement =>
    makeElement(
      'ul',
      {},
      ...texts.map((text) =>
        makeElement('li', {}, makeElement('button', { type: 'button', 'data-query': text }, text)),
      ),
    );
  return [
    ...(recent.length === 0
      ? []
      : [makeElement('h2', {}, 'Searched for before'), list(recent), offer('data-forget', 'Forget them')]),
    ...(examples.length === 0 ? [] : [makeElement('h2', {}, 'For example'), list(examples)]),
    makeElement(
      'p',
      {},
      `${counts.names} names, ${counts.errors} errors, ${counts.pages} pages. Paste a line of a log, or a whole one.`,
    ),
  ];
}

function offer(name: string, text: string): HTMLElement {
  return makeElement('button', { type: 'button', [name]: true }, text);
}
