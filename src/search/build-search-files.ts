import { buildNameShards } from './build-name-shards.ts';
import { encodeErrorTable } from './error-table.ts';
import { buildNearbyPieces } from './nearby-names.ts';
import { encodeShards, MANIFEST_FILE, type SearchManifest, shardFile } from './search-manifest.ts';
import { type SearchRecord, toNameRecord, toPageRecord } from './search-record.ts';
import type { SearchSource } from './search-source.ts';

/** One file of the index; `path` is below its folder. */
export interface SearchFile {
  readonly path: string;
  readonly text: string;
}

/** A shard's hash only tells versions of that shard apart. */
const SHARD_HASH_LENGTH = 5;
const EXAMPLE_COUNT = 5;

/**
 * The files of the identifier index and of the table of errors, the manifest last. `hash` gives a name for a
 * text, of 16 or more lower-case letters and digits, `sizeOf` its compressed size. The same source gives the same files in whatever order its lists are.
 */
export function buildSearchFiles(
  source: SearchSource,
  hash: (text: string) => string,
  sizeOf?: (text: string) => number,
): SearchFile[] {
  const names = source.names.map(toNameRecord).sort(compareRecords);
  const pages = source.pages
    .map(toPageRecord)
    .filter((record) => record !== undefined)
    .sort(compareRecords);
  const files: SearchFile[] = [];
  const add = (folder: string, text: string): string => {
    const path = `${folder}/${hash(text).slice(0, 10)}.txt`;
    files.push({ path, text });
    return path;
  };
  const shards = buildNameShards([...names, ...pages]).map(({ prefix, bucket, text }) => {
    const version = hash(text).slice(0, SHARD_HASH_LENGTH);
    files.push({ path: shardFile({ prefix, bucket }, version), text });
    return { prefix, bucket, hash: version };
  });
  const manifest: SearchManifest = {
    version: 1,
    shards: encodeShards(shards),
    nearby: buildNearbyPieces(names, sizeOf).map((text) => add('a', text)),
    errors: add('e', encodeErrorTable(source.errors, sizeOf)),
    counts: { names: names.length, pages: pages.length, errors: source.errors.length },
    examples: chooseExamples(names, source),
    ...(source.others === undefined || source.others.length === 0 ? {} : { others: source.others }),
  };
  files.push({ path: MANIFEST_FILE, text: JSON.stringify(manifest) });
  return dropRepeated(files);
}

/** One query of each class, of what the notes say most of. */
function chooseExamples(names: readonly SearchRecord[], source: SearchSource): string[] {
  const heaviest = [...names].sort((a, b) => b.weight - a.weight || compareUnits(a.name, b.name));
  const pick = (isWanted: (record: SearchRecord) => boolean): string | undefined => heaviest.find(isWanted)?.name;
  const spelt = heaviest.flatMap((record) => [record.name, ...record.aliases]);
  const errors = [...source.errors].sort((a, b) => compareUnits(a.url, b.url));
  // A message that can be pasted, rather than a title that sums several up.
  const message =
    errors.find(({ title, signatures }) => signatures.some((signature) => signature.startsWith(title))) ??
    errors.find(({ signatures }) => signatures.length > 0);
  const examples = [
    pick((record) => record.kind === 'function'),
    spelt.find((spelling) => spelling.includes('->')),
    pick((record) => record.kind === 'config'),
    pick((record) => record.kind === 'path' || record.kind === 'header' || record.kind === 'source'),
    message?.title,
  ];
  return examples
    .filter((example) => example !== undefined && example.length <= 80)
    .slice(0, EXAMPLE_COUNT) as string[];
}

function dropRepeated(files: readonly SearchFile[]): SearchFile[] {
  return [...new Map(files.map((file) => [file.path, file])).values()];
}

function compareRecords(a: SearchRecord, b: SearchRecord): number {
  return compareUnits(a.id, b.id) || compareUnits(a.url, b.url);
}

function compareUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
