import { isBoundary, normaliseName } from './search-keys.ts';
import { decodeRecord, encodeRecord, isPageKind, type SearchRecord } from './search-record.ts';

/**
 * All names in one list, for the question that no shard can answer: which names hold this somewhere, or differ from it
 * by one edit? It is loaded only after an empty answer. The list is cut where the hash of a name says so, hence a new
 * name changes one piece and the others keep their content.
 */

/** Characters of a list that is never cut; of a longer one the least mentioned names are left out, as far as it does not fit. */
const NEARBY_SIZE = 590_000;
const MEAN_PIECE = 1024;
const MAX_PIECE = 1536;
const MIN_INSIDE_LENGTH = 3;
const MIN_EDIT_LENGTH = 4;
/** Shorter names have too many others two edits away. */
const MIN_FAR_LENGTH = 8;
const MIN_TAIL_LENGTH = 3;
/** Characters that a name may lose when it is normalised: `CONFIG_`, `()`, `=y`. */
const MAX_DECORATION = 12;

/** Compressed bytes that the list may have; its pieces, compressed one by one, take a little more than the whole. */
const NEARBY_BYTES = 110_000;

/** Pieces of the list in order; a record a line, without quotes. `sizeOf` tells the compressed size of a text. Leaves its input alone. */
export function buildNearbyPieces(
  records: readonly SearchRecord[],
  sizeOf: (text: string) => number = (text) => (text.length * NEARBY_BYTES) / NEARBY_SIZE,
): string[] {
  const names = records
    .filter((record) => !isPageKind(record.kind))
    .map((record) => ({ record, line: encodeLine(record) }));
  const total = names.reduce((sum, { line }) => sum + line.length + 1, 0);
  if (total > NEARBY_SIZE) names.sort((a, b) => b.record.weight - a.record.weight || compareUnits(a.line, b.line));
  const lines = names.map(({ line }) => line);
  const kept = firstLines(lines, total <= NEARBY_SIZE ? total : fittingSize(lines, sizeOf));
  kept.sort(compareUnits);
  const pieces: string[] = [];
  let piece: string[] = [];
  for (const line of kept) {
    piece.push(line);
    if (hashOf(line) % MEAN_PIECE !== 0 && piece.length < MAX_PIECE) continue;
    pieces.push(piece.join('\n'));
    piece = [];
  }
  if (piece.length > 0) pieces.push(piece.join('\n'));
  return pieces;
}

/** Characters of the list that fit, told from how well the first of them can be compressed. */
function fittingSize(lines: readonly string[], sizeOf: (text: string) => number): number {
  const sample = firstLines(lines, NEARBY_SIZE).join('\n');
  return (sample.length * NEARBY_BYTES) / Math.max(1, sizeOf(sample));
}

function firstLines(lines: readonly string[], characters: number): string[] {
  let size = 0;
  return lines.filter((line) => (size += line.length + 1) <= characters);
}

export interface NearbyMatch {
  readonly record: SearchRecord;
  readonly matchClass: 'inside' | 'near';
}

/** The list, read once for many questions. */
export interface NearbyList {
  /** A record each. */
  readonly lines: readonly string[];
  /** Their names in lower case, otherwise as written. */
  readonly names: readonly string[];
  /** The letters of their names: see `lettersOf`. */
  readonly letters: Int32Array;
}

export function readNearby(pieces: readonly string[]): NearbyList {
  const lines = pieces.flatMap((piece) => piece.split('\n'));
  const names = lines.map((line) => {
    const tab = line.indexOf('\t');
    return (tab < 0 ? line : line.slice(0, tab)).toLowerCase();
  });
  return { lines, names, letters: Int32Array.from(names, lettersOf) };
}

/**
 * Names that differ from `key` by one edit or in nothing but `_` and the like, then names that hold it somewhere; where there are none, names two
 * edits away from a long one. `limit` at most, most mentioned first.
 */
export function findNearby(list: NearbyList, key: string, limit: number): NearbyMatch[] {
  const near: NearbyMatch[] = [];
  const inside: NearbyMatch[] = [];
  const far: NearbyMatch[] = [];
  const squeezed = squeeze(key);
  const letters = lettersOf(key);
  list.names.forEach((spelling, index) => {
    if (!mayMatch(spelling, list.letters[index] ?? 0, key, letters)) return;
    const name = normaliseName(spelling);
    const found =
      key.length >= MIN_INSIDE_LENGTH && name.includes(key)
        ? inside
        : key.length < MIN_EDIT_LENGTH
          ? undefined
          : isOneEditApart(name, key) || squeeze(name) === squeezed
            ? near
            : isTailOf(name, key) || isFar(name, key, letters)
              ? far
              : undefined;
    const record = found === undefined ? undefined : decodeRecord(list.lines[index] ?? '');
    if (record !== undefined) found?.push({ record, matchClass: found === inside ? 'inside' : 'near' });
  });
  const order = (a: NearbyMatch, b: NearbyMatch): number =>
    b.record.weight - a.record.weight ||
    a.record.name.length - b.record.name.length ||
    compareUnits(a.record.name, b.record.name);
  const found = [...near.sort(order), ...inside.sort(order)];
  return (found.length > 0 ? found : far.sort(order)).slice(0, limit);
}

/** False for most names, cheaply: normalising is dear, and takes only a few characters away. */
function mayMatch(spelling: string, own: number, key: string, letters: number): boolean {
  if (key.length >= MIN_INSIDE_LENGTH && spelling.includes(key)) return true;
  if (spelling.length < key.length / 3 || spelling.length > key.length + MAX_DECORATION) return false;
  if (key.length < MIN_EDIT_LENGTH) return false;
  // Two edits bring in two letters at most; the end of a key has none that the key has not.
  return countBits(letters & ~own) <= 2 || (spelling.length < key.length && countBits(own & ~letters) === 0);
}

function isFar(name: string, key: string, letters: number): boolean {
  return key.length >= MIN_FAR_LENGTH && countBits(lettersOf(name) ^ letters) <= 4 && isTwoEditsApart(name, key);
}

/** True when `key` ends with a part of it that is `name`: `smp_rmb` and `rmb`. */
function isTailOf(name: string, key: string): boolean {
  return name.length >= MIN_TAIL_LENGTH && key.endsWith(name) && isBoundary(key, key.length - name.length);
}

/** True when one letter more, one less, another one, or two neighbours swapped make `a` of `b`; false when they are equal. */
export function isOneEditApart(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1 || a === b) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  if (long.length > short.length) return short.slice(at) === long.slice(at + 1);
  if (short.slice(at + 1) === long.slice(at + 1)) return true;
  const isSwapped = short[at] === long[at + 1] && short[at + 1] === long[at];
  return isSwapped && short.slice(at + 2) === long.slice(at + 2);
}

/** True when one or two of the edits of `isOneEditApart`, in places of their own, make `a` of `b`. */
export function isTwoEditsApart(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 2 || a === b) return false;
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= b.length; column += 1) {
      const isSame = a[row - 1] === b[column - 1];
      let cost = Math.min(
        (above[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (above[column - 1] ?? 0) + (isSame ? 0 : 1),
      );
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1])
        cost = Math.min(cost, (before[column - 2] ?? 0) + 1);
      current.push(cost);
      least = Math.min(least, cost);
    }
    if (least > 2) return false;
    [before, above] = [above, current];
  }
  return (above[b.length] ?? 3) <= 2;
}

function squeeze(name: string): string {
  return name.replace(/[^\p{L}\p{N}]+/gu, '');
}

/** A bit for each letter from a to z that a name has. */
function lettersOf(name: string): number {
  let bits = 0;
  for (let index = 0; index < name.length; index += 1) {
    const letter = name.charCodeAt(index) - 97;
    if (letter >= 0 && letter < 26) bits |= 1 << letter;
  }
  return bits;
}

function countBits(bits: number): number {
  let count = 0;
  for (let left = bits; left !== 0; left &= left - 1) count += 1;
  return count;
}

function encodeLine(record: SearchRecord): string {
  return encodeRecord({ ...record, aliases: [] }, false);
}

/** FNV-1a over code units, 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
  return hash;
}

function compareUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
