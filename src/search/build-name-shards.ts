import { bucketOf, nextCharacter } from './search-manifest.ts';
import { encodeRecord, isPageKind, keysOfRecord, type SearchRecord } from './search-record.ts';

/**
 * Splits the keys of all records into shards by their beginnings, so that one lookup needs one small file.
 *
 * Where the keys under a prefix are more than `SHARD_SIZE`, its large groups with the same next character move out under
 * the longest beginning that all of the group has; small groups are dealt to buckets by their next character. What moved
 * out is represented by its best `TOP_COUNT` records, which answer the lookup that is just the prefix.
 * Which file a key stands in follows from counts and characters, not from places in a list: a new name changes the shards
 * of its own keys and hardly ever others.
 */

/** Characters of text per shard: about 3 KiB compressed. */
const SHARD_SIZE = 8192;
/** Records by which a shard represents those that moved out. */
const TOP_COUNT = 16;
/** Records kept of those that share one whole key, such as the last part `lock`. */
const SAME_KEY_COUNT = 96;
/** Of a record. */
const MAX_WEIGHT = 35;

export interface NameShard {
  /** Beginning of all keys in it; empty for the first shard. */
  readonly prefix: string;
  /** 0: keys and lookups that are no longer than the prefix, and all others when there are no buckets; else from 1. */
  readonly bucket: number;
  /**
   * First line: the number of further records under the prefix, two digits of it, so that one more changes nothing. Then one record a line; the quote stands only where the
   * key is the whole name.
   */
  readonly text: string;
}

/** Tells cheaply which records a pass has met. */
class Marks {
  readonly turns: Int32Array;
  #turn = 0;

  constructor(recordCount: number) {
    this.turns = new Int32Array(recordCount);
  }

  nextTurn(): number {
    this.#turn += 1;
    return this.#turn;
  }
}

interface Posting {
  /** Of the record. */
  readonly number: number;
  /** Place in the order of all postings. */
  rank: number;
  readonly key: string;
  readonly record: SearchRecord;
  readonly line: string;
}

/** Shards in code-unit order of their prefixes, then by bucket; always at least one. Leaves its input alone. */
export function buildNameShards(records: readonly SearchRecord[]): NameShard[] {
  const byKey = new Map<string, Posting[]>();
  for (const [number, record] of records.entries()) {
    const whole = encodeRecord(record, true);
    // The quote is the last column.
    const part =
      isPageKind(record.kind) || record.quote === '' ? whole : whole.slice(0, whole.lastIndexOf('\t')).trimEnd();
    const seen = new Set<string>();
    for (const { key, start } of keysOfRecord(record)) {
      if (seen.has(key)) continue;
      seen.add(key);
      const posting = { number, rank: 0, key, record, line: start === 0 ? whole : part };
      const known = byKey.get(key);
      if (known === undefined) byKey.set(key, [posting]);
      else known.push(posting);
    }
  }
  const postings = sortPostings(byKey);
  const shards: NameShard[] = [];
  splitShard('', postings, shards, new Marks(records.length));
  return shards.sort((a, b) => compareUnits(a.prefix, b.prefix) || a.bucket - b.bucket);
}

/** All postings in code-unit order of their keys, then of their lines; each is told its place. */
function sortPostings(byKey: ReadonlyMap<string, Posting[]>): Posting[] {
  // Without a function to compare, texts are put in this order much faster.
  const postings = [...byKey.keys()]
    .sort()
    .flatMap((key) => byKey.get(key)?.sort((a, b) => compareUnits(a.line, b.line)) ?? []);
  postings.forEach((posting, rank) => {
    posting.rank = rank;
  });
  return postings;
}

function splitShard(prefix: string, postings: readonly Posting[], shards: NameShard[], marks: Marks): void {
  const groups = groupByNext(prefix, postings);
  const ending = groups.get('') ?? [];
  groups.delete('');
  const kept = best(ending, SAME_KEY_COUNT);
  const sizes = new Map([...groups].map(([next, group]) => [next, sizeOf(group)] as const));
  let small = sizeOf(kept) + [...sizes.values()].reduce((sum, size) => sum + size, 0);
  const isSplit = small > SHARD_SIZE;
  const moved = new Set<string>();
  for (const [next, size] of sizes) {
    if (!isSplit || size <= SHARD_SIZE / 2) continue;
    moved.add(next);
    small -= size;
  }
  const bucketCount = small > SHARD_SIZE ? 2 ** Math.ceil(Math.log2(small / SHARD_SIZE)) : 0;
  const contents: Posting[][] = Array.from({ length: bucketCount + 1 }, () => []);
  const contentOf = (next: string): Posting[] => contents[bucketOf(next, bucketCount)] ?? [];
  for (const [next, group] of groups) {
    if (!moved.has(next)) {
      contentOf(next).push(...group);
      continue;
    }
    splitShard(sharedBeginning(group), group, shards, marks);
  }
  const first = contents[0] ?? [];
  first.push(...kept);
  const { count, heaviest } = isSplit ? countRecords(postings, marks) : { count: 0, heaviest: [] };
  if (prefix !== '') first.push(...best(distinct(heaviest), TOP_COUNT));
  contents.forEach((content, bucket) => {
    const lines = distinct(content).sort(comparePostings);
    const more = bucket === 0 ? roundDown(Math.max(0, count - lines.length)) : 0;
    shards.push({ prefix, bucket, text: [String(more), ...lines.map((posting) => posting.line)].join('\n') });
  });
}

function groupByNext(prefix: string, postings: readonly Posting[]): Map<string, Posting[]> {
  const groups = new Map<string, Posting[]>();
  // Postings are sorted: those of a group follow each other.
  let next: string | undefined;
  let group: Posting[] = [];
  for (const posting of postings) {
    const character = nextCharacter(posting.key, prefix.length);
    if (character !== next) {
      next = character;
      group = groups.get(next) ?? [];
      groups.set(next, group);
    }
    group.push(posting);
  }
  return groups;
}

function roundDown(count: number): number {
  const unit = 10 ** Math.max(0, String(count).length - 2);
  return Math.floor(count / unit) * unit;
}

/** The longest beginning that all keys have; they are sorted, so the first and the last tell. */
function sharedBeginning(postings: readonly Posting[]): string {
  const first = postings[0]?.key ?? '';
  const last = postings.at(-1)?.key ?? '';
  let shared = '';
  for (const character of first) {
    if (!last.startsWith(shared + character)) break;
    shared += character;
  }
  return shared;
}

/** One posting a record: the longest line, which is the one with the quote. */
function distinct(postings: readonly Posting[]): Posting[] {
  const byRecord = new Map<SearchRecord, Posting>();
  for (const posting of postings) {
    const known = byRecord.get(posting.record);
    if (known === undefined || known.line.length < posting.line.length) byRecord.set(posting.record, posting);
  }
  return [...byRecord.values()];
}

/** Number of records among the postings, and all postings of so many of the most mentioned that there are `TOP_COUNT` of them at least. */
function countRecords(postings: readonly Posting[], marks: Marks): { count: number; heaviest: readonly Posting[] } {
  const byWeight = new Int32Array(MAX_WEIGHT + 1);
  let count = 0;
  const turn = marks.nextTurn();
  for (const { record, number } of postings) {
    if (marks.turns[number] === turn) continue;
    marks.turns[number] = turn;
    byWeight[record.weight] = (byWeight[record.weight] ?? 0) + 1;
    count += 1;
  }
  let least = MAX_WEIGHT + 1;
  for (let found = 0; found < TOP_COUNT && least > 0; found += byWeight[least] ?? 0) least -= 1;
  return { count, heaviest: postings.filter(({ record }) => record.weight >= least) };
}

function best(postings: readonly Posting[], count: number): Posting[] {
  if (postings.length <= count) return [...postings];
  const isPart = (posting: Posting): number => (posting.key.length < posting.record.name.length ? 1 : 0);
  return [...postings]
    .sort((a, b) => b.record.weight - a.record.weight || isPart(a) - isPart(b) || comparePostings(a, b))
    .slice(0, count);
}

function sizeOf(postings: readonly Posting[]): number {
  return postings.reduce((sum, posting) => sum + posting.line.length + 1, 0);
}

function comparePostings(a: Posting, b: Posting): number {
  return a.rank - b.rank;
}

function compareUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
