/// <reference types="astro/client" />

import type { WordAnswer } from '../search/find-words.ts';
import { type AnswerGroup, groupOrder, isMessage, isWordQuery, type SearchAnswer } from '../search/search-session.ts';
import { makeElement } from './make-element.ts';
import { forgetSearches, keepSearch, recentSearches } from './recent-searches.ts';
import { type ResultGroup, ResultList } from './result-list.ts';
import {
  ALL,
  collectRows,
  countGroups,
  isGroupShown,
  isUnfiltered,
  type ShownFilters,
  wordFilters,
} from './search-groups.ts';
import { renderChips, renderNotes, renderStart } from './search-parts.ts';
import type { ResultRow } from './search-rows.ts';
import { SearchSites } from './search-sites.ts';
import { HANDED_LOG_KEY } from './take-handed-log.ts';
import { WordIndexError } from './word-index-error.ts';

/**
 * What stands below the field: chips, notes and results. Names, titles and errors are asked on every change; the text of
 * the notes after they are shown, by itself where the query looks like words and on demand where it is a name that was
 * found. An answer that was overtaken by a later query is dropped.
 */

type Mode = 'dialog' | 'page';

const SHOWN: Readonly<Record<Mode, Readonly<Record<AnswerGroup, number>>>> = {
  dialog: { names: 8, errors: 4, pages: 8 },
  page: { names: 60, errors: 10, pages: 20 },
};
const WORDS_DELAY_MS = 160;
/** Files of names, 3 KiB each, that a reader who asks for more names is shown next. */
const MORE_FILES = 3;

const base = document.documentElement.dataset.base ?? '/';
/** Kept for the whole page: what was loaded for one dialog serves the next. */
const sites = new SearchSites(base);

export class SearchPanelElement extends HTMLElement {
  readonly #abort = new AbortController();
  readonly #status = makeElement('p', { class: 'kn-hidden', role: 'status' });
  readonly #note = makeElement('div', { class: 'kn-search-note' });
  readonly #chips = makeElement('div', { class: 'kn-search-chips', role: 'group', 'aria-label': 'Show only' });
  readonly #start = makeElement('div', { class: 'kn-search-start' });
  #input: HTMLInputElement | undefined;
  #list: ResultList | undefined;
  #mode: Mode = 'dialog';
  /** A pasted text of several lines. */
  #log = '';
  /** What was pasted on one line. */
  #line = '';
  #turn = 0;
  #timer = 0;
  #answer: SearchAnswer | undefined;
  #found: WordAnswer | undefined;
  #filters: ShownFilters = ALL;
  /** How it stands with the text of the notes: see `#show`. */
  #words = 'offered';
  #pageCount = 0;
  #nameCount = 0;
  /** Files of names beside the best. */
  #further = 0;
  #answered: Promise<void> = Promise.resolve();

  /** Answers what is typed into the field of `form`; `pasted` is a log that the field cannot hold. */
  attach(form: HTMLFormElement, mode: Mode, pasted?: string): void {
    const input = form.querySelector('input');
    if (input === null) return;
    this.#input = input;
    this.#mode = mode;
    this.#list = new ResultList(input);
    this.className = 'kn-search-panel';
    this.replaceChildren(this.#chips, this.#note, this.#start, this.#list.element, this.#status);
    const { signal } = this.#abort;
    form.addEventListener('submit', (event) => this.#submit(event), { signal });
    input.addEventListener('input', () => void this.#ask(), { signal });
    input.addEventListener('keydown', (event) => this.#press(event), { signal });
    input.addEventListener('paste', (event) => this.#paste(event), { signal });
    this.addEventListener('click', (event) => this.#click(event), { signal });
    if (pasted !== undefined) this.#takeLog(pasted);
    void this.#ask();
  }

  disconnectedCallback(): void {
    this.#abort.abort();
    this.#turn += 1;
    clearTimeout(this.#timer);
    this.#list?.release();
  }

  #ask(): Promise<void> {
    this.#answered = this.#askOnce();
    return this.#answered;
  }

  async #askOnce(): Promise<void> {
    const text = this.#input?.value ?? '';
    const turn = (this.#turn += 1);
    this.dataset.state = 'asking';
    clearTimeout(this.#timer);
    if (this.#log !== '' && !this.#log.replace(/\s+/g, ' ').includes(text.trim().replace(/\s+/g, ' ').slice(0, 60)))
      this.#log = '';
    if (text.trim() === '') this.#log = '';
    try {
      let isFirst = true;
      const own = await sites.ask(text, 0, (answer) => {
        if (turn !== this.#turn) return;
        this.#answer = answer;
        if (isFirst) this.#begin(text, answer);
        else this.#show(this.#words);
        isFirst = false;
      });
      if (own === undefined && turn === this.#turn) await this.#showStart(turn);
    } catch (error) {
      if (turn === this.#turn) this.#fail('The search index could not be loaded. Reload the page to try again.', error);
    }
  }

  /** Shows the first answer to a new query. */
  #begin(text: string, answer: SearchAnswer | undefined): void {
    this.#found = undefined;
    this.#pageCount = SHOWN[this.#mode].pages;
    this.#nameCount = SHOWN[this.#mode].names;
    this.#further = 0;
    this.#filters = ALL;
    if (this.#mode === 'page') replaceQuery(text);
    if (answer === undefined) return;
    const isWanted = this.#isWordsWanted(answer);
    this.#show(isWanted ? 'pending' : 'offered');
    if (isWanted) this.#timer = window.setTimeout(() => void this.#askWords(), WORDS_DELAY_MS);
  }

  #isWordsWanted(answer: SearchAnswer): boolean {
    if (this.#mode === 'page') return answer.query.text.length > 1 || isWordQuery(answer);
    return this.#log === '' && isWordQuery(answer);
  }

  async #askWords(): Promise<void> {
    const { query } = this.#answer ?? {};
    if (query === undefined) return;
    const turn = this.#turn;
    const filters = this.#filters;
    try {
      await sites.askWords(query.text, wordFilters(filters), this.#pageCount, (found) => {
        if (turn !== this.#turn || filters !== this.#filters) return;
        // Counts come from the unfiltered answer and stay while a filter is pressed.
        const kept = isUnfiltered(filters) ? undefined : this.#found;
        this.#found = kept === undefined ? found : { ...found, filters: kept.filters };
        this.#show('done');
      });
    } catch (error) {
      if (turn !== this.#turn) return;
      if (!(error instanceof WordIndexError)) console.error(error);
      this.#show(error instanceof WordIndexError ? error.message : 'The text of the notes could not be searched.');
    }
  }

  /** `words` tells how it stands with the text of the notes; any other string is a sentence for the reader. */
  #show(words: string): void {
    const answer = this.#answer;
    const found = this.#found;
    this.#words = words;
    if (answer === undefined || this.#list === undefined) return;
    this.#start.replaceChildren();
    const counts = countGroups(answer, found);
    this.#chips.replaceChildren(...renderChips(counts, found?.filters, this.#filters));
    const limits = { ...SHOWN[this.#mode], pages: this.#pageCount, names: this.#nameCount };
    const rows = collectRows(answer, found, { base, filters: this.#filters, limits });
    const groups = groupOrder(answer)
      .filter((group) => isGroupShown(group, this.#filters))
      .map((group) => this.#group(group, rows[group], answer, counts, words));
    this.#list.show(groups);
    const total = groups.reduce((sum, group) => sum + group.rows.length, 0);
    const note = { answer, found, words, log: this.#toExplain(), isEmpty: total === 0, silent: sites.silent };
    this.#note.replaceChildren(...renderNotes(note));
    this.dataset.state = words === 'pending' ? 'shown' : 'done';
    const parts = groups
      .filter((group) => group.rows.length > 0)
      .map(({ title, rows: { length } }) => `${title}: ${length}`);
    if (words !== 'pending') this.#status.textContent = total === 0 ? 'Nothing found.' : `${parts.join(', ')}.`;
  }

  #group(
    group: AnswerGroup,
    rows: readonly ResultRow[],
    answer: SearchAnswer,
    counts: Readonly<Record<AnswerGroup, number>>,
    words: string,
  ): ResultGroup {
    const title = { names: answer.isGuess ? 'Did you mean' : 'Names', errors: 'Errors', pages: 'Pages' }[group];
    const left = counts[group] - rows.length;
    if (group === 'pages' && words === 'done' && left > 0) {
      return { title, rows, more: this.#offerMore('pages', counts.pages) };
    }
    if (group === 'names' && left > 0 && !answer.isGuess)
      return { title, rows, more: this.#offerMore('names', counts.names) };
    return { title, rows };
  }

  #offerMore(group: 'names' | 'pages', count: number): HTMLElement {
    if (this.#mode === 'dialog') return makeElement('a', { href: this.#searchUrl() }, `All ${count} ${group}`);
    return makeElement('button', { type: 'button', 'data-more': group }, `Show more of ${count} ${group}`);
  }

  /** Names are loaded in portions: there may be thousands below a short beginning. */
  async #askMoreNames(): Promise<void> {
    const turn = this.#turn;
    this.#nameCount += SHOWN[this.#mode].names;
    this.#further += MORE_FILES;
    try {
      await sites.ask(this.#answer?.query.text ?? '', this.#further, (answer) => {
        if (turn !== this.#turn) return;
        this.#answer = answer;
        this.#show(this.#words);
      });
    } catch (error) {
      if (turn === this.#turn) this.#fail('More names could not be loaded.', error);
    }
  }

  #searchUrl(): string {
    return `${base}search/?q=${encodeURIComponent(this.#input?.value.trim() ?? '')}`;
  }

  async #showStart(turn: number): Promise<void> {
    this.#chips.replaceChildren();
    this.#note.replaceChildren();
    this.#list?.show([]);
    this.#status.textContent = '';
    const { examples, counts } = await sites.manifest();
    if (turn !== this.#turn) return;
    this.#start.replaceChildren(...renderStart(examples, counts, recentSearches()));
  }

  #submit(event: SubmitEvent): void {
    event.preventDefault();
    if (this.#toExplain() !== '' && this.#list?.isActive !== true) this.#explain();
    else void this.#follow(false);
  }

  /** The part of a log that Enter hands to the page that explains logs; empty where there is none. */
  #toExplain(): string {
    const text = this.#input?.value.trim() ?? '';
    const answer = this.#answer;
    if (this.#log !== '' || answer === undefined) return this.#log;
    return answer.query.isLog || (text === this.#line && isMessage(answer)) ? text : '';
  }

  #press(event: KeyboardEvent): void {
    const list = this.#list;
    if (list === undefined || event.isComposing) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void this.#follow(true);
    else if (event.key === 'Escape') this.#leave();
    else if (event.key === 'ArrowDown') list.move(1);
    else if (event.key === 'ArrowUp') list.move(-1);
    else if (event.key === 'Home' && list.isActive) list.moveTo('first');
    else if (event.key === 'End' && list.isActive) list.moveTo('last');
    else return;
    event.preventDefault();
  }

  /** A search field would clear itself first and need a second Escape for the dialog. */
  #leave(): void {
    const dialog = this.closest('dialog');
    if (dialog !== null) dialog.close();
    else if (this.#input !== undefined) {
      this.#input.value = '';
      void this.#ask();
    }
  }

  /** Follows the chosen result; where there is none, the text of the notes is searched. */
  async #follow(isNewTab: boolean): Promise<void> {
    const turn = this.#turn;
    const text = this.#input?.value.trim() ?? '';
    if (text === '') return;
    // The answer to the last key may still be on its way.
    if (this.#answer?.query.text !== text.normalize('NFC').replace(/\s+/g, ' ')) await this.#answered;
    if (turn !== this.#turn) return;
    keepSearch(text);
    const link = this.#list?.chosen;
    if (link === undefined) {
      if (this.#mode === 'page') void this.#askWords();
      else location.assign(this.#searchUrl());
    } else if (isNewTab) window.open(link.href, '_blank', 'noopener');
    else link.click();
  }

  #paste(event: ClipboardEvent): void {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    this.#line = text.trim();
    if (!this.#line.includes('\n')) return;
    event.preventDefault();
    this.#takeLog(text);
    void this.#ask();
  }

  /** The field shows the line that tells most; the whole log waits for Enter. */
  #takeLog(text: string): void {
    this.#log = text;
    const lines = text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
    const telling = lines.find((line) =>
      /\b(?:error|fatal|bug|warning|oops|panic|undefined|failed|invalid)\b/i.test(line),
    );
    if (this.#input !== undefined) this.#input.value = telling ?? lines[0] ?? '';
  }

  #explain(): void {
    try {
      sessionStorage.setItem(HANDED_LOG_KEY, this.#toExplain());
    } catch (error) {
      console.error(error);
    }
    location.assign(`${base}explain/`);
  }

  #click(event: MouseEvent): void {
    if (!(event.target instanceof Element)) return;
    if (event.target.closest('[data-result] a') !== null) keepSearch(this.#input?.value ?? '');
    const button = event.target.closest('button');
    if (button === null) return;
    const { filter, value = '', query, more, words, explain, forget } = button.dataset;
    if (explain !== undefined) this.#explain();
    else if (forget !== undefined) {
      forgetSearches();
      void this.#ask();
    } else if (query !== undefined && this.#input !== undefined) {
      this.#input.value = query;
      this.#input.focus();
      void this.#ask();
    } else if (words !== undefined) void this.#askWords();
    else if (more === 'names') void this.#askMoreNames();
    else if (more !== undefined) {
      this.#pageCount += SHOWN[this.#mode].pages;
      void this.#askWords();
    } else if (filter !== undefined) {
      this.#filters = value === '' && filter === 'kind' ? ALL : { ...this.#filters, [filter]: value };
      this.#show(this.#words);
      if (this.#found !== undefined) void this.#askWords();
    }
  }

  #fail(sentence: string, error: unknown): void {
    console.error(error);
    this.#note.replaceChildren(makeElement('p', { role: 'alert' }, sentence));
  }
}

customElements.define('kn-search-panel', SearchPanelElement);

function replaceQuery(text: string): void {
  const url = new URL(location.href);
  if (text.trim() === '') url.searchParams.delete('q');
  else url.searchParams.set('q', text);
  if (url.href !== location.href) history.replaceState(history.state, '', url);
}
