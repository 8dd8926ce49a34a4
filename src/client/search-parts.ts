import type { SearchManifest } from '../search/search-manifest.ts';
import type { AnswerGroup, SearchAnswer } from '../search/search-session.ts';
import { makeElement } from './make-element.ts';
import { PAGE_KINDS } from './search-groups.ts';
import type { WordAnswer } from './word-index.ts';

const WORD_NOTES: Readonly<Record<WordAnswer['match'], string | undefined>> = {
  words: undefined,
  beginnings: 'No exact match in the text: pages with shorter beginnings of the words are shown.',
  most: 'No page has all of these words: pages with most of them are shown.',
};

/** Filters with their counts, `kind` being the pressed one; none where there is nothing to choose. */
export function renderChips(
  counts: Readonly<Record<AnswerGroup, number>>,
  byKind: Readonly<Record<string, number>> | undefined,
  kind: string,
): HTMLElement[] {
  const chips: (readonly [key: string, text: string, count: number])[] = [['names', 'Names', counts.names]];
  if (byKind === undefined) chips.push(['error', 'Errors', counts.errors], ['pages', 'Pages', counts.pages]);
  else {
    for (const [key, text] of Object.entries(PAGE_KINDS)) {
      chips.push([key, text, Math.max(byKind[key] ?? 0, key === 'error' ? counts.errors : 0)]);
    }
  }
  const shown = chips.filter(([key, , count]) => count > 0 || key === kind);
  if (shown.length < 2) return [];
  return [['', 'All', 0] as const, ...shown].map(([key, text, count]) =>
    makeElement(
      'button',
      { type: 'button', 'data-kind': key, 'aria-pressed': String(key === kind) },
      count === 0 ? text : `${text} ${count}`,
    ),
  );
}

export interface NoteState {
  readonly answer: SearchAnswer;
  readonly found: WordAnswer | undefined;
  /** `offered`, `pending`, `done`, or why the text cannot be searched. */
  readonly words: string;
  /** A pasted log, else empty. */
  readonly log: string;
  readonly isEmpty: boolean;
}

/** What is to be said and offered before the results. */
export function renderNotes({ answer, found, words, log, isEmpty }: NoteState): HTMLElement[] {
  const notes: (Node | string)[] = [];
  const { text, isLog } = answer.query;
  const isPasted = log !== '' || isLog;
  if (isPasted) {
    const lines = log === '' ? 1 : log.trim().split('\n').length;
    notes.push(offer('data-explain', `Explain ${lines === 1 ? 'this line' : `these ${lines} lines`} ↵`));
  }
  if (answer.isGuess) notes.push(`Nothing is called “${text}”. These are close:`);
  const told = found === undefined || found.count === 0 ? undefined : WORD_NOTES[found.match];
  if (told !== undefined) notes.push(told);
  if (words === 'pending') notes.push('Searching the text of all notes…');
  else if (words === 'done') notes.push(...(isEmpty ? [`Nothing found for “${text}”.`] : []));
  else if (words !== 'offered') notes.push(words);
  else if (!isPasted) notes.push(offer('data-words', 'Search the text of all notes'));
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
