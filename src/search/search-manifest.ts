import type { OtherSite } from '../model/other-site.ts';
import { escapeName } from '../routes.ts';

/**
 * The one file of the index with a fixed name. It tells which files hold what; all others are named for their content
 * and never change under their name.
 */

export interface SearchManifest {
  readonly version: 1;
  /** Shards of names: a prefix and the hash of each of its files, parted by tabs, a prefix a line, in code-unit order. */
  readonly shards: string;
  /** All names, for the search after an empty answer. */
  readonly nearby: readonly string[];
  /** Table of the words of error messages. */
  readonly errors: string;
  readonly counts: { readonly names: number; readonly pages: number; readonly errors: number };
  /** Queries that have an answer, shown before anything is typed. */
  readonly examples: readonly string[];
  /** Builds to be asked as well; left out when there are none. */
  readonly others?: readonly OtherSite[] | undefined;
}

/** Name of the manifest below the folder of the index. */
export const MANIFEST_FILE = 'index.json';

/** Sources for `connect-src` of a security policy: the site itself and nothing else but the other builds that its settings name. */
export function connectSources(others: readonly OtherSite[]): string {
  return ["'self'", ...others.map(({ url }) => url)].join(' ');
}

/** Where a lookup is answered. */
export interface ShardPlace {
  readonly prefix: string;
  readonly bucket: number;
}

/** File of a shard, below the folder of the index. */
export function shardFile({ prefix, bucket }: ShardPlace, hash: string): string {
  return `n/${hash}-${escapeName(prefix)}${bucket === 0 ? '' : `~~${bucket}`}.txt`;
}

/** The text of `SearchManifest.shards`; shards in order of their prefixes and buckets. */
export function encodeShards(shards: readonly (ShardPlace & { readonly hash: string })[]): string {
  const lines: string[] = [];
  for (const { prefix, bucket, hash } of shards) {
    if (bucket === 0) lines.push(`${prefix}\t${hash}`);
    else lines[lines.length - 1] += `\t${hash}`;
  }
  return lines.join('\n');
}

/** Hashes of the files of each prefix, by bucket. */
export function decodeShards(shards: string): ReadonlyMap<string, readonly string[]> {
  return new Map(
    shards.split('\n').map((line) => {
      const [prefix = '', ...hashes] = line.split('\t');
      return [prefix, hashes] as const;
    }),
  );
}

/** The shard that answers `key`: the first of those whose prefix goes on from it, else that of its longest beginning. */
export function placeOf(shards: ReadonlyMap<string, readonly string[]>, key: string): ShardPlace {
  let prefix = '';
  for (const known of shards.keys()) {
    // In code-unit order the shortest of those that go on from the key comes first.
    if (known.startsWith(key)) return { prefix: known, bucket: 0 };
    if (known.length > prefix.length && key.startsWith(known)) prefix = known;
  }
  const bucketCount = (shards.get(prefix)?.length ?? 1) - 1;
  return { prefix, bucket: bucketOf(nextCharacter(key, prefix.length), bucketCount) };
}

/** Bucket of the keys that go on with `next`, from 1; 0 when there are none or the key ends. */
export function bucketOf(next: string, bucketCount: number): number {
  return next === '' || bucketCount === 0 ? 0 : ((next.codePointAt(0) ?? 0) % bucketCount) + 1;
}

/** The character at `offset`, a pair of surrogates being one; empty at the end. */
export function nextCharacter(key: string, offset: number): string {
  const unit = key.charCodeAt(offset);
  if (unit < 0xd800) return key.charAt(offset);
  const point = key.codePointAt(offset);
  return point === undefined ? '' : String.fromCodePoint(point);
}
