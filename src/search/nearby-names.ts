import { normaliseName } from './search-keys.ts';
import { decodeRecord, encodeRecord, isPageKind, type SearchRecord } from './search-record.ts';

/**
 * All names in one list, for the question that no shard can answer: which names hold this somewhere, or differ from it
 * by one edit? It is loaded only after an empty answer. The list is cut where the hash of a name says so, hence a new
 * name changes one piece and the others keep their content.
 */

/** Characters of the whole list, about 120 KiB compressed; the least mentioned names are left out of a longer one. */
const NEARBY_SIZE = 590_000;
const MEAN_PIECE = 1024;
const MAX_PIECE = 1536;
const MIN_EDIT_LENGTH = 4;
/** Characters that a name may lose when it is normalised: `CONFIG_`, `()`, `=y`. */
const MAX_DECORATION = 12;

/** Pieces of the list in order; a record a line, without quotes. Leaves its input alone. */
export function buildNearbyPieces(records: readonly SearchRecord[]): string[] {
  const names = records
    .filter((record) => !isPageKind(record.kind))
    .map((record) => ({ record, line: encodeLine(record) }));
  const total = names.reduce((sum, { line }) => sum + line.length + 1, 0);
  if (total > NEARBY_SIZE) names.sort((a, b) => b.record.weight - a.record.weight || compareUnits(a.line, b.line));
  const kept: string[] = [];
  let size = 0;
  for (const { line } of names) {
    size += line.length + 1;
    if (size <= NEARBY_SIZE) kept.push(line);
  }
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

export interface NearbyMatch {
  readonly record: SearchRecord;
  readonly matchClass: 'inside' | 'near';
}

/** Names that hold `key` somewhere, then names one edit away from it; `limit` at most, most mentioned first. */
export function findNearby(pieces: readonly string[], key: string, limit: number): NearbyMatch[] {
  const inside: NearbyMatch[] = [];
  const near: NearbyMatch[] = [];
  for (const piece of pieces) {
    for (const line of piece.split('\n')) {
      const tab = line.indexOf('\t');
      const spelling = tab < 0 ? line : line.slice(0, tab);
      // Normalising is dear, and it only takes a few characters away.
      const isLong = spelling.length >= key.length - 1 && spelling.length <= key.length + MAX_DECORATION;
      const mayHold = key.length >= 3 && spelling.toLowerCase().includes(key);
      if (!mayHold && !(isLong && key.length >= MIN_EDIT_LENGTH)) continue;
      const name = normaliseName(spelling);
      const isInside = mayHold && name.includes(key);
      if (!isInside && !(key.length >= MIN_EDIT_LENGTH && isOneEditApart(name, key))) continue;
      const record = decodeRecord(line);
      if (record === undefined) continue;
      if (isInside) inside.push({ record, matchClass: 'inside' });
      else near.push({ record, matchClass: 'near' });
    }
  }
  const order = (a: NearbyMatch, b: NearbyMatch): number =>
    b.record.weight - a.record.weight ||
    a.record.name.length - b.record.name.length ||
    compareUnits(a.record.name, b.record.name);
  return [...near.sort(order), ...inside.sort(order)].slice(0, limit);
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
