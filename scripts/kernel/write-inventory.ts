import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { packTexts } from '../../src/kernel/packed-bytes.ts';
import type { InventoryAbout, ReleasedPart } from '../../src/kernel/packed-inventory.ts';
import { type PackedName, packNames } from '../../src/kernel/packed-names.ts';
import { fingerprintBits, packWordFilter } from '../../src/kernel/word-filter.ts';

const CHUNK_NAMES = 32_768;
/** Above this, compression takes long enough to be worth the memory of several at a time. */
const SLOW_QUALITY = 9;
/** Chunks that are compressed at the same time, each in a thread of its own. */
const PARALLEL_CHUNKS = 4;
/** Of the words that are near no public name one in 128 or fewer counts as near. */
const MORE_NEAR_BITS = 4;

/** Everything that an inventory is written from. Names come sorted by code units; files and texts too. */
export interface InventoryContents {
  readonly releases: readonly string[];
  readonly packageVersions: Readonly<Record<string, string>>;
  readonly coverage: 'shipped' | 'full';
  readonly holds: readonly string[];
  readonly files: readonly { readonly text: string; readonly mark: number }[];
  readonly texts: readonly string[];
  readonly names: Iterable<PackedName>;
  /** Hashes of words that are not in the table; asked once the names are read. */
  readonly wordHashes: () => Uint32Array;
  /** The same words with their letters, in order of code units, where they are kept: in a local index, for `ship`. */
  readonly wordTexts?: () => readonly string[];
  /** Hashes of names that were left out of the table; asked once the names are read. */
  readonly leftHashes: () => Uint32Array;
  /** What documents print of the sources, with the releases as bits. */
  readonly documentParts: readonly ReleasedPart[];
  /** Sets of reasons; the candidates' `reasons` are indexes. May grow while names are read. */
  readonly reasons: readonly number[];
  /** Brotli quality: 11 for what is shipped, 5 for a local index. */
  readonly quality: number;
}

/** Writes the files of an inventory into `dir`, replacing what is there, and returns their sizes in bytes. */
export async function writeInventory(
  dir: string,
  contents: InventoryContents,
): Promise<Readonly<Record<string, number>>> {
  rmSync(dir, { recursive: true, force: true });
  mkdirSync(dir, { recursive: true });
  const compress = (bytes: Uint8Array): Promise<Buffer> => compressPart(bytes, contents.quality);
  const firsts: string[] = [];
  const parts: Promise<Buffer>[] = [];
  let nameCount = 0;
  let candidateCount = 0;
  let pending: PackedName[] = [];
  const flush = (): void => {
    const first = pending[0];
    if (first === undefined) return;
    firsts.push(first.name);
    parts.push(compress(packNames(pending)));
    pending = [];
  };
  for (const name of contents.names) {
    pending.push(name);
    nameCount++;
    candidateCount += name.candidates.length;
    if (pending.length === CHUNK_NAMES) {
      flush();
      await parts.at(contents.quality > SLOW_QUALITY ? -PARALLEL_CHUNKS : -1);
    }
  }
  flush();
  const packed = await Promise.all(parts);
  let offset = 0;
  const chunks = packed.map(({ length }, index) => {
    offset += length;
    return { first: firsts[index] ?? '', offset: offset - length, length };
  });
  const wordHashes = contents.wordHashes();
  const leftHashes = contents.leftHashes();
  const leftBits = fingerprintBits(leftHashes.length);
  const wordBits = contents.coverage === 'full' ? 32 : fingerprintBits(wordHashes.length);
  const about: InventoryAbout = {
    version: 1,
    holds: contents.holds,
    releases: contents.releases,
    packageVersions: contents.packageVersions,
    coverage: contents.coverage,
    counts: {
      names: nameCount,
      candidates: candidateCount,
      files: contents.files.length,
      words: wordHashes.length,
      leftOut: leftHashes.length,
    },
    reasons: contents.reasons,
    wordBits,
    leftBits,
    chunks,
  };
  const outputs: Readonly<Record<string, Buffer>> = {
    'names.bin': Buffer.concat(packed),
    'files.bin': await compress(packTexts(contents.files)),
    'texts.bin': await compress(packTexts(contents.texts.map((text) => ({ text, mark: 0 })))),
    'docs.bin': await compress(Buffer.from(JSON.stringify(contents.documentParts))),
    'words.bin': await compress(packWordFilter(wordHashes, wordBits)),
    ...(contents.wordTexts === undefined
      ? {}
      : { 'word-list.bin': await compress(packTexts(contents.wordTexts().map((text) => ({ text, mark: 0 })))) }),
    'left.bin': await compress(packWordFilter(leftHashes, leftBits)),
    'about.json': aboutBytes(about),
  };
  for (const [name, bytes] of Object.entries(outputs)) writeFileSync(join(dir, name), bytes);
  return Object.fromEntries(Object.entries(outputs).map(([name, { length }]) => [name, length]));
}

/** Adds the set of words that are near a public name (`near.bin`) to the inventory of a folder and returns the sizes of what it wrote. */
export async function addNearWords(
  dir: string,
  about: InventoryAbout,
  hashes: Uint32Array,
  quality: number,
): Promise<Readonly<Record<string, number>>> {
  const nearBits = fingerprintBits(hashes.length) + MORE_NEAR_BITS;
  const bytes = await compressPart(packWordFilter(hashes, nearBits), quality);
  const counts = { ...about.counts, nearWords: hashes.length };
  const whole = aboutBytes({ ...about, counts, nearBits });
  writeFileSync(join(dir, 'near.bin'), bytes);
  writeFileSync(join(dir, 'about.json'), whole);
  return { 'near.bin': bytes.length, 'about.json': whole.length };
}

function compressPart(bytes: Uint8Array, quality: number): Promise<Buffer> {
  return promisify(brotliCompress)(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: quality,
      [constants.BROTLI_PARAM_LGWIN]: 22,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });
}

function aboutBytes(about: InventoryAbout): Buffer {
  return Buffer.from(`${JSON.stringify(about, undefined, 1)}\n`);
}
