import { decodeErrorTable, type ErrorMatch, type ErrorTable, matchErrors } from './error-table.ts';
import { findNearby, type NearbyList, readNearby } from './nearby-names.ts';
import { type Lookup, parseQuery, type SearchQuery } from './parse-query.ts';
import { type NameMatch, rankNames } from './rank-names.ts';
import {
  decodeShards,
  MANIFEST_FILE,
  placeOf,
  type SearchManifest,
  type ShardPlace,
  shardFile,
} from './search-manifest.ts';
import { decodeRecord, isPageKind, type SearchRecord } from './search-record.ts';

/** What is found at once: names, titles of pages, errors. */
export interface SearchAnswer {
  readonly query: SearchQuery;
  readonly names: readonly NameMatch[];
  /** Names that match, those included that were not loaded. */
  readonly nameCount: number;
  readonly pages: readonly NameMatch[];
  readonly errors: readonly ErrorMatch[];
  /** `true` when nothing has the name and `names` are what was perhaps meant. */
  readonly isGuess: boolean;
}

export type AnswerGroup = 'names' | 'errors' | 'pages';

/** True when what was typed is a whole message of an error. */
export function isMessage({ errors, names, query, isGuess }: SearchAnswer): boolean {
  const best = errors[0];
  if (best === undefined || (query.isOneName && names.length > 0 && !isGuess)) return false;
  // Plain words in another order than the message has, or with many others, are a question.
  if (RE_PLAIN_WORDS.test(query.text) && (!best.isRun || best.answered < MIN_ANSWERED)) return false;
  return best.words.length >= 3 ? best.share >= 0.6 : best.words.length === 2 && best.share >= 0.95 && best.isRun;
}

/** True when the text of the notes is searched unasked: words cost a hundred kilobytes, and names that were found do not need them. */
export function isWordQuery(answer: SearchAnswer): boolean {
  const { text, isLog } = answer.query;
  if (text.length < 2 && !/\p{Lo}/u.test(text)) return false;
  const isNamed = !answer.isGuess && answer.names.length > 0 && !text.includes(' ');
  return !isLog && !isNamed && !isMessage(answer);
}

/** The groups of an answer in the order in which they are shown: the one first that the query looks like. */
export function groupOrder(answer: SearchAnswer): readonly AnswerGroup[] {
  const { names, errors, query } = answer;
  const isNamed = names.some(({ distance }) => distance < 1);
  const message = errors[0];
  // One word among others that say nothing is no part of a message: `which lock should I take`.
  const isRun =
    message?.isRun === true &&
    (message.words.length > 1 || !RE_PLAIN_WORDS.test(query.text) || !query.text.includes(' '));
  const isQuoted = isRun && message.answered > 0.8 && !isNamed;
  if (isMessage(answer) || (isQuoted && !(query.isOneName && names.length > 0 && !answer.isGuess)))
    return ['errors', 'names', 'pages'];
  // A name among many words is what they speak of; among few, or in code, it is what is looked for.
  const isFew = query.text.split(' ').length <= MAX_NAME_WORDS || RE_CODE.test(query.text);
  const isName = names.some(
    ({ distance, matchClass, order }) =>
      // Other capitals than those of the name are an abbreviation: `NAPI polling`.
      distance < 1 || (distance === 1 && isFew && NAMED.has(matchClass) && order[1] === 0),
  );
  if (isName || !query.text.includes(' ')) return ['names', 'errors', 'pages'];
  return ['pages', 'errors', 'names'];
}

/** Text of a file of the index, by its path below the folder of the index. */
export type LoadText = (path: string) => Promise<string>;

interface Shard {
  readonly prefix: string;
  readonly more: number;
  readonly records: readonly SearchRecord[];
}

const NEARBY_COUNT = 8;
const NAMED: ReadonlySet<string> = new Set(['exact', 'same', 'member']);
const MAX_NAME_WORDS = 3;
/** Of plain words, how much has to stand in a message. */
const MIN_ANSWERED = 0.6;
const RE_PLAIN_WORDS = /^[a-z]+(?: [a-z]+){0,9}$/i;
const RE_NAME_MARK = /[_/]/;
/** Marks of code and of commands: `x = f(y);`, `echo 1 > /proc/sys/vm/x`. */
const RE_CODE = /[=;{|>]|\w\(/;

/**
 * Asks one index. Files are loaded when a query first needs them and kept; the same code answers in the browser and on
 * the command line.
 */
export class SearchSession {
  readonly #load: LoadText;
  readonly #texts = new Map<string, Promise<string>>();
  readonly #shards = new Map<string, Promise<Shard>>();
  #manifest: Promise<SearchManifest> | undefined;
  #files: ReadonlyMap<string, readonly string[]> = new Map();
  #errors: Promise<ErrorTable> | undefined;
  #nearby: Promise<NearbyList> | undefined;

  constructor(load: LoadText) {
    this.#load = load;
  }

  /** What the index holds; rejects when it cannot be loaded. */
  async manifest(): Promise<SearchManifest> {
    this.#manifest ??= this.#readManifest().catch((error: unknown) => {
      this.#manifest = undefined;
      throw error;
    });
    return this.#manifest;
  }

  /**
   * The answer to `typed`; `undefined` when nothing was typed. The names below a short beginning lie in many files, of which the first has the best;
   * `further` is how many others are loaded as well.
   */
  async ask(typed: string, further = 0): Promise<SearchAnswer | undefined> {
    const query = parseQuery(typed);
    if (query === undefined) return undefined;
    await this.manifest();
    const [found, errors] = await Promise.all([this.#find(query, further), this.#matchErrors(query)]);
    const answer = { query, errors, isGuess: false };
    if (found.names.length > 0) return { ...answer, ...found };
    for (const fallback of query.fallbacks) {
      const { names } = await this.#lookUp(fallback, 0);
      const named = names.filter(({ record, matchClass }) => !isPageKind(record.kind) && matchClass !== 'part-prefix');
      if (named.length > 0) return { ...answer, names: named, nameCount: named.length, pages: found.pages };
    }
    const whole = query.lookups[0];
    // A misspelt header may share a word with a message: `linux/interupt.h`.
    const isMet = !RE_NAME_MARK.test(query.text) && errors.length > 0;
    const isWords = query.text.includes(' ') || query.isLog || isMet || found.pages.length > 0;
    if (whole === undefined || isWords || whole.key.length < 3) return { ...answer, ...found };
    const names = await this.#findNearby(whole.key);
    return { ...answer, names, nameCount: names.length, pages: found.pages, isGuess: names.length > 0 };
  }

  /** Titles of all errors that the index knows. */
  async errorTitles(): Promise<ReadonlySet<string>> {
    return new Set((await this.#errorTable()).errors.map(({ title }) => title));
  }

  async #readManifest(): Promise<SearchManifest> {
    const manifest = JSON.parse(await this.#load(MANIFEST_FILE)) as SearchManifest;
    if (manifest.version !== 1) throw new Error(`The search index has version ${manifest.version}, expected 1.`);
    this.#files = decodeShards(manifest.shards);
    return manifest;
  }

  async #find(query: SearchQuery, further: number): Promise<Pick<SearchAnswer, 'names' | 'nameCount' | 'pages'>> {
    if (query.isLog) return { names: [], nameCount: 0, pages: [] };
    const { names: matches, count } = await this.#lookUp(query.lookups, further);
    const found = matches.filter(({ record }) => !isPageKind(record.kind));
    // Among other words a name is meant as it stands: those that only hold it are as many as they say little.
    const names = found.some(({ distance, matchClass }) => distance >= 1 && NAMED.has(matchClass))
      ? found.filter(({ distance, matchClass }) => distance < 1 || NAMED.has(matchClass))
      : found;
    const pages = matches.filter(({ record }) => isPageKind(record.kind));
    return {
      names,
      nameCount: names.length < found.length ? names.length : Math.max(names.length, count - pages.length),
      pages,
    };
  }

  async #lookUp(lookups: readonly Lookup[], further: number): Promise<{ names: NameMatch[]; count: number }> {
    const perLookup = await Promise.all(
      lookups.map(async (lookup, index) => {
        const isWhole = index === 0 && lookup.scope === 'any';
        const shards = await this.#shardsFor(lookup.heldBy ?? lookup.key, isWhole ? further : 0);
        const own = shards[0];
        // What a shard left out is counted only when the whole shard answers.
        const more = isWhole && own?.prefix.startsWith(lookup.key) ? own.more : 0;
        return { shards, more };
      }),
    );
    const rank = (shards: readonly (Shard | undefined)[]): NameMatch[] =>
      rankNames(new Set(shards.flatMap((shard) => shard?.records ?? [])), lookups);
    const names = rank(perLookup.flatMap(({ shards }) => shards));
    const best = further === 0 ? names : rank(perLookup.map(({ shards }) => shards[0]));
    return { names, count: Math.max(names.length, best.length + (perLookup[0]?.more ?? 0)) };
  }

  async #shardsFor(key: string, further: number): Promise<Shard[]> {
    const place = placeOf(this.#files, key);
    const own = await this.#shard(place);
    if (further === 0) return [own];
    const below: ShardPlace[] = [];
    for (const [prefix, hashes] of this.#files) {
      if (prefix.startsWith(key)) below.push(...hashes.map((_, bucket) => ({ prefix, bucket })));
    }
    const others = below.filter(({ prefix, bucket }) => prefix !== place.prefix || bucket !== place.bucket);
    return [own, ...(await Promise.all(others.slice(0, further).map((known) => this.#shard(known))))];
  }

  #shard(place: ShardPlace): Promise<Shard> {
    const file = shardFile(place, this.#files.get(place.prefix)?.[place.bucket] ?? '');
    const known = this.#shards.get(file);
    if (known !== undefined) return known;
    const loading = this.#text(file).then((text) => readShard(place.prefix, text));
    this.#shards.set(file, loading);
    loading.catch(() => this.#shards.delete(file));
    return loading;
  }

  async #matchErrors(query: SearchQuery): Promise<ErrorMatch[]> {
    return matchErrors(await this.#errorTable(), query.text);
  }

  #errorTable(): Promise<ErrorTable> {
    this.#errors ??= this.manifest().then(async ({ errors }) => decodeErrorTable(await this.#text(errors)));
    this.#errors.catch(() => {
      this.#errors = undefined;
    });
    return this.#errors;
  }

  async #findNearby(key: string): Promise<NameMatch[]> {
    this.#nearby ??= this.#readNearby();
    this.#nearby.catch(() => {
      this.#nearby = undefined;
    });
    return findNearby(await this.#nearby, key, NEARBY_COUNT).map((match) => ({
      ...match,
      spelling: match.record.name,
      distance: 0,
      order: [],
    }));
  }

  async #readNearby(): Promise<NearbyList> {
    const { nearby } = await this.manifest();
    return readNearby(await Promise.all(nearby.map((path) => this.#text(path))));
  }

  #text(path: string): Promise<string> {
    const known = this.#texts.get(path);
    if (known !== undefined) return known;
    const loading = this.#load(path);
    this.#texts.set(path, loading);
    loading.catch(() => this.#texts.delete(path));
    return loading;
  }
}

function readShard(prefix: string, text: string): Shard {
  const [more = '0', ...lines] = text.split('\n');
  return {
    prefix,
    more: Number.parseInt(more, 10) || 0,
    records: lines.map(decodeRecord).filter((record) => record !== undefined),
  };
}
