import type { OtherSite } from '../model/other-site.ts';
import { addCounts, type WordAnswer, type WordFilters } from '../search/find-words.ts';
import { mergeAnswers, type OtherAnswer } from '../search/merge-answers.ts';
import type { SearchManifest } from '../search/search-manifest.ts';
import { type SearchAnswer, SearchSession } from '../search/search-session.ts';
import { indexLoader } from './load-index.ts';
import { WordIndex } from './word-index.ts';

/**
 * The open site and the builds that its settings name. The open site answers first and alone; what others say is merged into it as it comes. One that
 * fails or takes too long is left out, told of, and asked again after a while.
 */

const TIMEOUT_MS = 3000;
/** The text of another build takes many files; ours is shown meanwhile. */
const WORDS_TIMEOUT_MS = 10_000;
const REST_MS = 30_000;

interface Member {
  readonly site: OtherSite;
  readonly session: SearchSession;
  readonly words: WordIndex;
  /** Time until which it is not asked. */
  restUntil: number;
}

export class SearchSites {
  readonly #base: string;
  readonly #session: SearchSession;
  readonly #words: WordIndex;
  #others: Promise<readonly Member[]> | undefined;
  readonly #silent = new Set<OtherSite>();

  constructor(base: string) {
    this.#base = base;
    this.#session = new SearchSession(indexLoader(base));
    this.#words = new WordIndex(base);
  }

  /** Names of the builds that did not answer when they were last asked. */
  get silent(): readonly string[] {
    return [...this.#silent].map(({ name }) => name);
  }

  async manifest(): Promise<SearchManifest> {
    return this.#session.manifest();
  }

  /**
   * Answers `text` by calls of `take`, `further` files of names beside the best: with the answer of the open site, then whenever another one has answered or failed. Resolves after the first
   * call, with `undefined` when nothing was typed; rejects when the open site has no index.
   */
  async ask(
    text: string,
    further: number,
    take: (answer: SearchAnswer | undefined) => void,
  ): Promise<SearchAnswer | undefined> {
    const own = await this.#session.ask(text, further);
    take(own);
    if (own === undefined) return undefined;
    const found: OtherAnswer[] = [];
    void this.#askOthers(
      TIMEOUT_MS,
      ({ session }) => session.ask(text, further),
      (site, answer) => {
        if (answer !== undefined) found.push({ site, answer });
        take(mergeAnswers(own, found));
      },
    );
    return own;
  }

  /** The same for the text of the notes; rejects with a `WordIndexError` when that of the open site cannot be searched. */
  async askWords(text: string, filters: WordFilters, limit: number, take: (answer: WordAnswer) => void): Promise<void> {
    const own = await this.#words.search(text, filters, limit);
    take(own);
    let merged = own;
    void this.#askOthers(
      WORDS_TIMEOUT_MS,
      async ({ words }) => words.search(text, filters, limit, await this.#session.errorTitles()),
      (site, answer) => {
        if (answer !== undefined) merged = mergeWordAnswers(merged, site, answer);
        take(merged);
      },
    );
  }

  /** Asks the others side by side; each is told of once, with `undefined` when it failed. */
  async #askOthers<Answer>(
    timeoutMs: number,
    ask: (member: Member) => Promise<Answer | undefined>,
    tell: (site: OtherSite, answer: Answer | undefined) => void,
  ): Promise<void> {
    for (const member of await this.#members()) {
      if (performance.now() < member.restUntil) continue;
      withinTime(ask(member), timeoutMs).then(
        (answer) => {
          this.#silent.delete(member.site);
          tell(member.site, answer);
        },
        () => {
          // A site that is down is no fault of this one: readers are told by `silent`, the console by the browser.
          member.restUntil = performance.now() + REST_MS;
          this.#silent.add(member.site);
          tell(member.site, undefined);
        },
      );
    }
  }

  #members(): Promise<readonly Member[]> {
    this.#others ??= this.#session.manifest().then(({ others = [] }) =>
      others.map((site) => ({
        site,
        session: new SearchSession(indexLoader(site.url, TIMEOUT_MS)),
        words: new WordIndex(this.#base, site, WORDS_TIMEOUT_MS),
        restUntil: 0,
      })),
    );
    return this.#others;
  }
}

function withinTime<Answer>(answer: Promise<Answer>, timeoutMs: number): Promise<Answer> {
  return Promise.race([
    answer,
    new Promise<never>((_, reject) => setTimeout(() => reject(new Error('took too long')), timeoutMs)),
  ]);
}

function mergeWordAnswers(own: WordAnswer, site: OtherSite, answer: WordAnswer): WordAnswer {
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
