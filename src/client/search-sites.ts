import type { OtherSite } from '../model/other-site.ts';
import type { WordAnswer, WordFilters } from '../search/find-words.ts';
import { mergeAnswers, type OtherAnswer } from '../search/merge-answers.ts';
import type { SearchManifest } from '../search/search-manifest.ts';
import { type SearchAnswer, SearchSession } from '../search/search-session.ts';
import { indexLoader } from './load-index.ts';
import type { WordIndex } from './word-index.ts';
import { WordIndexError } from './word-index-error.ts';

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
  words?: WordIndex;
  /** Time until which it is not asked. */
  restUntil: number;
}

export class SearchSites {
  readonly #base: string;
  readonly #session: SearchSession;
  #words: WordIndex | undefined;
  #others: Promise<readonly Member[]> | undefined;
  readonly #silent = new Set<OtherSite>();

  constructor(base: string) {
    this.#base = base;
    this.#session = new SearchSession(indexLoader(base));
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
    const { WordIndex, mergeWordAnswers } = await loadWords();
    this.#words ??= new WordIndex(this.#base);
    const own = await this.#words.search(text, filters, limit);
    take(own);
    let merged = own;
    void this.#askOthers(
      WORDS_TIMEOUT_MS,
      async (member) => {
        member.words ??= new WordIndex(this.#base, member.site, WORDS_TIMEOUT_MS);
        return member.words.search(text, filters, limit, await this.#session.errorTitles());
      },
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
        restUntil: 0,
      })),
    );
    return this.#others;
  }
}

/** What searches words and ranks pages is as large as all that names and errors take: it comes with the first words. */
async function loadWords(): Promise<typeof import('./word-index.ts')> {
  try {
    return await import('./word-index.ts');
  } catch (cause) {
    throw new WordIndexError('The word index could not be loaded. Names, errors and titles are searched without it.', {
      cause,
    });
  }
}

function withinTime<Answer>(answer: Promise<Answer>, timeoutMs: number): Promise<Answer> {
  return Promise.race([
    answer,
    new Promise<never>((_, reject) => setTimeout(() => reject(new Error('took too long')), timeoutMs)),
  ]);
}
