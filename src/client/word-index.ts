import { languageOfText } from '../search/language-of-text.ts';
import type { TextRun } from '../search/mark-matches.ts';

/** A page that holds the words. */
export interface WordHit {
  readonly url: string;
  readonly title: string;
  /** Heading under which the words stand; empty for the top of the page. */
  readonly heading: string;
  readonly kind: string;
  readonly excerpt: readonly TextRun[];
}

export interface WordAnswer {
  readonly hits: readonly WordHit[];
  readonly count: number;
  /** `false` when no page has the words as typed and shorter beginnings were looked for instead. */
  readonly isExact: boolean;
  /** Number of pages by filter and value. */
  readonly filters: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

export type WordFilters = Readonly<Record<string, readonly string[]>>;

/** Why words cannot be searched for, in a sentence for the reader. */
export class WordIndexError extends Error {}

interface PagefindResult {
  readonly id: string;
  data(): Promise<PagefindPage>;
}

interface PagefindPage {
  readonly url: string;
  readonly content: string;
  readonly excerpt: string;
  readonly meta: Readonly<Record<string, string>>;
  readonly sub_results: readonly PagefindSubResult[];
}

interface PagefindSubResult {
  readonly title: string;
  readonly url: string;
  readonly excerpt: string;
  readonly weighted_locations: readonly { readonly balanced_score: number }[];
}

interface PagefindSearch {
  readonly results: readonly PagefindResult[];
  readonly filters: WordAnswer['filters'];
  readonly totalFilters: WordAnswer['filters'];
}

interface PagefindInstance {
  /** Loads the filters; without it, searches count none. */
  filters(): Promise<unknown>;
  search(text: string, options: { filters: Record<string, string[]> }): Promise<PagefindSearch | null>;
}

interface PagefindModule {
  createInstance(options: { basePath: string; baseUrl: string; excerptLength: number }): PagefindInstance;
}

const EXCERPT_WORDS = 22;
/** Smallest module of WebAssembly: its eight bytes of magic and version. */
const EMPTY_WASM = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]);
const RE_LETTERS = /^\p{L}+$/u;

/** Searches the text of all notes with Pagefind, which is loaded by the first search. */
export class WordIndex {
  readonly #base: string;
  #module: Promise<PagefindModule> | undefined;
  readonly #instances = new Map<string, PagefindInstance>();

  constructor(base: string) {
    this.#base = base;
  }

  /** The first `limit` pages that hold the words of `text`; rejects with a `WordIndexError` when that cannot be told. */
  async search(text: string, filters: WordFilters, limit: number): Promise<WordAnswer> {
    this.#module ??= this.#load().catch((error: unknown) => {
      this.#module = undefined;
      throw error;
    });
    const module = await this.#module;
    const asked = toWordQuery(text);
    const instance = this.#instanceFor(module, languageOfText(text));
    const wanted = Object.fromEntries(Object.entries(filters).map(([name, values]) => [name, [...values]]));
    await instance.filters();
    const search = await instance.search(asked, { filters: wanted });
    if (search === null) return { hits: [], count: 0, isExact: true, filters: {} };
    const pages = await Promise.all(search.results.slice(0, limit).map((result) => result.data()));
    const words = asked
      .replace(/"/g, ' ')
      .split(/\s+/)
      .filter((word) => word !== '');
    const scored = pages.map((page) => ({ page, met: countMet(page, words), whole: countWhole(page, words) }));
    const isExact = scored.length === 0 || words.every((word) => scored.some(({ page }) => isMet(page, word)));
    // Pagefind ranks stems; a page that has the words as typed goes before one that has their relatives only.
    const best = Math.max(0, ...scored.map(({ whole }) => whole));
    const ordered = [...scored.filter(({ whole }) => whole === best), ...scored.filter(({ whole }) => whole !== best)];
    return {
      hits: ordered.map(({ page }) => toHit(page)),
      count: search.results.length,
      isExact,
      filters: search.filters,
    };
  }

  async #load(): Promise<PagefindModule> {
    try {
      await WebAssembly.compile(EMPTY_WASM);
    } catch (cause) {
      throw new WordIndexError(
        'This host forbids WebAssembly, so the text of the notes cannot be searched. Names, errors and titles are.',
        { cause },
      );
    }
    try {
      return (await import(/* @vite-ignore */ `${this.#base}pagefind/pagefind.js`)) as PagefindModule;
    } catch (cause) {
      throw new WordIndexError(
        'The word index could not be loaded. Names, errors and titles are searched without it.',
        { cause },
      );
    }
  }

  /** Pagefind takes the language from the document when an instance is made, and only then. */
  #instanceFor(module: PagefindModule, language = ''): PagefindInstance {
    const known = this.#instances.get(language);
    if (known !== undefined) return known;
    const root = document.documentElement;
    const own = root.lang;
    if (language !== '') root.lang = language;
    const instance = module.createInstance({
      basePath: `${this.#base}pagefind/`,
      baseUrl: this.#base,
      excerptLength: EXCERPT_WORDS,
    });
    root.lang = own;
    this.#instances.set(language, instance);
    return instance;
  }
}

/** Pagefind reads quotes as a phrase; arrows would glue two names into a word that no page has. */
function toWordQuery(text: string): string {
  const phrase = /["“”]([^"“”]+)["“”]/.exec(text)?.[1];
  if (phrase !== undefined && text.replace(/["“”][^"“”]*["“”]/, '').trim() === '') return `"${phrase.trim()}"`;
  return text
    .replace(/["“”]/g, ' ')
    .replace(/->|::|\(\)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

function isMet(page: PagefindPage, word: string): boolean {
  const text = `${page.meta.title ?? ''} ${page.content}`.toLowerCase();
  const wanted = word.toLowerCase();
  // Inflected forms share their beginning; names have none.
  return text.includes(
    RE_LETTERS.test(word) && /^[a-z]/.test(wanted) ? wanted.slice(0, Math.max(4, wanted.length - 3)) : wanted,
  );
}

function countMet(page: PagefindPage, words: readonly string[]): number {
  return words.filter((word) => isMet(page, word)).length;
}

function countWhole(page: PagefindPage, words: readonly string[]): number {
  const text = ` ${page.meta.title ?? ''} ${page.content} `.toLowerCase();
  return words.filter((word) => text.includes(word.toLowerCase())).length;
}

function toHit(page: PagefindPage): WordHit {
  const title = page.meta.title ?? page.url;
  const weigh = (sub: PagefindSubResult): number =>
    sub.weighted_locations.reduce((sum, place) => sum + place.balanced_score, 0);
  let place: PagefindSubResult | undefined;
  for (const sub of page.sub_results) if (place === undefined || weigh(sub) > weigh(place)) place = sub;
  const isInside = place?.url.includes('#') === true;
  return {
    url: place?.url ?? page.url,
    title,
    heading: isInside && place !== undefined && place.title !== title ? place.title : '',
    kind: page.meta.kind ?? '',
    excerpt: toRuns(place?.excerpt ?? page.excerpt),
  };
}

/** Pagefind's excerpts are text with `<mark>` around matches, in which only `<` and `>` are escaped. */
function toRuns(excerpt: string): TextRun[] {
  return excerpt
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
