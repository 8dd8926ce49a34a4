import type { OtherSite } from '../model/other-site.ts';
import { addCounts, findWords, languagesFor, type WordAnswer, type WordFilters } from '../search/find-words.ts';
import type { PagefindInstance } from '../search/pagefind-types.ts';
import { readWordVolumes, type WordVolumes } from '../search/word-volumes.ts';
import { openOther, openPagefind, readVolumes, SITE_FILTER } from './pagefind.ts';

/** Searches the text of the notes of one site with Pagefind, which is loaded by the first search. */
export class WordIndex {
  readonly #base: string;
  readonly #other: OtherSite | undefined;
  readonly #timeoutMs: number;
  #volumes: Promise<WordVolumes> | undefined;
  readonly #instances = new Map<string, Promise<PagefindInstance>>();

  /** `base` is where the open site lies; the index of `other` is searched where it is given. */
  constructor(base: string, other?: OtherSite, timeoutMs = 20_000) {
    this.#base = base;
    this.#other = other;
    this.#timeoutMs = timeoutMs;
  }

  /**
   * The first `limit` pages that hold the words of `text`, less those of errors in `known`, which every build brings along; rejects with a `WordIndexError`
   * when that cannot be told.
   */
  async search(
    text: string,
    filters: WordFilters,
    limit: number,
    known: ReadonlySet<string> = new Set(),
  ): Promise<WordAnswer> {
    const volumes = await this.#readVolumes();
    const languages = languagesFor(text, volumes.languages, document.documentElement.lang);
    const instances = await Promise.all(
      languages.map((language) => this.#instance(language, volumes.foldersOf(language))),
    );
    return findWords(instances, text, filters, limit, {
      ...(this.#other === undefined ? {} : { filters: { [SITE_FILTER]: [this.#other.name] } }),
      isKnown: ({ meta }) => meta.kind === 'error' && known.has(meta.title ?? ''),
    });
  }

  /** Of our own site, nothing is known when the list cannot be loaded; another one is given up then. */
  async #readVolumes(): Promise<WordVolumes> {
    this.#volumes ??= readVolumes(this.#other?.url ?? this.#base, this.#timeoutMs);
    try {
      return await this.#volumes;
    } catch (error) {
      this.#volumes = undefined;
      if (this.#other !== undefined) throw error;
      return readWordVolumes({ languages: {} });
    }
  }

  #instance(language: string, folders: readonly string[]): Promise<PagefindInstance> {
    const known = this.#instances.get(language);
    if (known !== undefined) return known;
    const opening =
      this.#other === undefined
        ? openPagefind(this.#base, language, folders)
        : openOther(this.#base, this.#other, language, folders);
    this.#instances.set(language, opening);
    opening.catch(() => this.#instances.delete(language));
    return opening;
  }
}

/** Our own answer and that of another site as one. */
export function mergeWordAnswers(own: WordAnswer, site: OtherSite, answer: WordAnswer): WordAnswer {
  // What is said of the query comes from the one that answers it better.
  const told = own.count === 0 || (own.match !== 'words' && answer.match === 'words') ? answer : own;
  return {
    hits: [...own.hits, ...answer.hits.map((hit) => ({ ...hit, from: site }))].sort((a, b) => b.score - a.score),
    count: own.count + answer.count,
    match: told.match,
    unmet: told.unmet,
    corrections: told.corrections,
    filters: addCounts([own.filters, answer.filters]),
  };
}
