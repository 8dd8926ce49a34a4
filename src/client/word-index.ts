import { languageOfText } from '../search/language-of-text.ts';
import type { TextRun } from '../search/mark-matches.ts';
import { joinHan, partHan } from '../search/part-han.ts';
import { isStopWord } from '../search/stop-words.ts';

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
  /** `words`: some page has them all; `beginnings`: only shorter beginnings were found; `most`: no page has all of them. */
  readonly match: 'words' | 'beginnings' | 'most';
  /** Number of pages by filter and value. */
  readonly filters: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

export type WordFilters = Readonly<Record<string, readonly string[]>>;

/** Why words cannot be searched for, in a sentence for the reader. */
export class WordIndexError extends Error {}

interface PagefindResult {
  readonly id: string;
  readonly score: number;
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
/** Words of a query up to which each is left out in turn when no page has them all. */
const MAX_RELAXED = 8;
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
    const instance = this.#instanceFor(module, languageOfText(text));
    await instance.filters();
    const wanted = Object.fromEntries(Object.entries(filters).map(([name, values]) => [name, [...values]]));
    const ask = (query: string) => instance.search(query, { filters: wanted });
    const words = toWords(text);
    let search = await ask(words.join(' '));
    let isMost = false;
    if (search?.results.length === 0 && words.length >= 3 && words.length <= MAX_RELAXED) {
      const relaxed = await Promise.all(
        words.map((_, left) => ask(words.filter((_, index) => index !== left).join(' '))),
      );
      search = mergeSearches(relaxed.filter((one) => one !== null));
      isMost = true;
    }
    if (search === null) return { hits: [], count: 0, match: 'words', filters: {} };
    const pages = await Promise.all(search.results.slice(0, limit).map((result) => result.data()));
    const plain = words.map((word) => word.replace(/"/g, ''));
    const scored = pages.map((page) => ({ page, whole: countWhole(page, plain) }));
    const isMet = scored.length === 0 || plain.every((word) => scored.some(({ page }) => hasWord(page, word)));
    // Pagefind ranks stems; a page that has the words as typed goes before one that has their relatives only.
    const best = Math.max(0, ...scored.map(({ whole }) => whole));
    const ordered = [...scored.filter(({ whole }) => whole === best), ...scored.filter(({ whole }) => whole !== best)];
    return {
      hits: ordered.map(({ page }) => toHit(page)),
      count: search.results.length,
      match: isMost ? 'most' : isMet ? 'words' : 'beginnings',
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

/**
 * The words to ask for. Pagefind wants all of them on a page, hence words that say nothing are left out, and arrows part
 * names, which would else be glued into a word that no page has. A text in quotes is one word: a phrase.
 */
function toWords(text: string): string[] {
  const phrase = /^["“”]([^"“”]+)["“”]$/.exec(text.trim())?.[1];
  if (phrase !== undefined) return [`"${phrase.trim()}"`];
  const words = partHan(text)
    .replace(/["“”]/g, ' ')
    .replace(/->|::|\(\)/g, ' ')
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
  const telling = words.filter((word) => !isStopWord(word));
  return telling.length > 0 ? telling : words;
}

/** One answer out of several: pages that more of them have come first. */
function mergeSearches(searches: readonly PagefindSearch[]): PagefindSearch {
  const found = new Map<string, { readonly result: PagefindResult; score: number }>();
  for (const { results } of searches) {
    for (const result of results.slice(0, 50)) {
      const known = found.get(result.id);
      if (known === undefined) found.set(result.id, { result, score: 1000 + result.score });
      else known.score += 1000 + result.score;
    }
  }
  const results = [...found.values()].sort((a, b) => b.score - a.score).map(({ result }) => result);
  return { results, filters: {} };
}

function hasWord(page: PagefindPage, word: string): boolean {
  const text = `${page.meta.title ?? ''} ${page.content}`.toLowerCase();
  const wanted = word.toLowerCase();
  // Inflected forms share their beginning; names have none.
  return text.includes(
    RE_LETTERS.test(word) && /^[a-z]/.test(wanted) ? wanted.slice(0, Math.max(4, wanted.length - 3)) : wanted,
  );
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
  return joinHan(excerpt)
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
