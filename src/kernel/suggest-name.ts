import type { EntityKind } from '../model/entity.ts';
import { type Inventory, kindsTakenFor } from './inventory.ts';
import { HASH_START, mixHash, stepHash } from './word-filter.ts';

const MIN_LENGTH = 6;
const LONG_NAME = 12;
const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789_';
const MAX_NEIGHBOURS = 400;

const CHECKED_KINDS: ReadonlySet<EntityKind> = new Set([
  'function',
  'macro',
  'struct',
  'union',
  'enum',
  'type',
  'syscall',
  'config',
  'errno',
]);

/**
 * A living public name that was probably meant: one edit away, or two for long names that begin alike, or the same parts
 * in another order. `undefined` for short names, for names that stand anywhere in a tree, and where two are as near.
 */
export function suggestName(name: string, kind: EntityKind, inventory: Inventory): string | undefined {
  if (!CHECKED_KINDS.has(kind) || name.length < MIN_LENGTH) return undefined;
  // Comments speak of one of many; no structure is called so.
  if (/^(?:struct|union|enum)$/.test(kind) && isPublicName(`${name}s`, kind, inventory)) return `${name}s`;
  if (inventory.wordOccurs(name)) return undefined;
  const isFit = (candidate: string) =>
    candidate !== name && !isOtherWord(name, candidate) && isPublicName(candidate, kind, inventory);
  if (!/[a-z]/.test(name) && kind !== 'config' && kind !== 'errno') return suggestConstant(name, isFit, inventory);
  const near = new Set(oneEditAway(name, inventory).filter(isFit));
  if (near.size === 0 && name.length >= LONG_NAME) {
    const prefix = name.slice(0, Math.ceil(name.length / 2));
    for (const candidate of inventory.namesWithPrefix(prefix, MAX_NEIGHBOURS)) {
      if (Math.abs(candidate.length - name.length) <= 2 && editDistance(candidate, name, 2) <= 2 && isFit(candidate))
        near.add(candidate);
    }
  }
  if (near.size === 0) for (const candidate of reordered(name)) if (isFit(candidate)) near.add(candidate);
  return near.size === 1 ? [...near][0] : undefined;
}

/** Constants of single drivers are in no table: only a slip within a long word is told from one of those. */
function suggestConstant(
  name: string,
  isFit: (candidate: string) => boolean,
  inventory: Inventory,
): string | undefined {
  if (name.length < LONG_NAME - 2) return undefined;
  const isInside = (candidate: string) =>
    /^[A-Z_]+$/.test(candidate) && candidate.startsWith(name.slice(0, 3)) && candidate.endsWith(name.slice(-2));
  const near = oneEditAway(name, inventory).filter(
    (candidate) => (isInside(candidate) || isSwap(name, candidate)) && isFit(candidate),
  );
  return near.length === 1 ? near[0] : undefined;
}

/**
 * Names that differ on purpose: by a number, by a part such as `no` or `un` that turns the meaning round, by the ending
 * of a type. Slips change letters within a part.
 */
function isOtherWord(name: string, candidate: string): boolean {
  if (name.replace(/\d+/g, '') === candidate.replace(/\d+/g, '')) return true;
  const [shorter = '', longer = ''] = name.length < candidate.length ? [name, candidate] : [candidate, name];
  if (longer === `${shorter}_t`) return true;
  if (isOtherSubsystem(name.split('_'), candidate.split('_'))) return true;
  return [...longer.matchAll(/(?<=^|_)(?:no|non|un|de|re)/g)].some(
    ({ 0: part, index }) => longer.slice(0, index) + longer.slice(index + part.length) === shorter,
  );
}

/** All parts are the same but the first, which is short or has another letter: `ibv_create_qp`, `sample_open`. */
function isOtherSubsystem(
  [first = '', ...rest]: readonly string[],
  [other = '', ...others]: readonly string[],
): boolean {
  if (rest.length === 0 || first === other || rest.join('_') !== others.join('_')) return false;
  return Math.min(first.length, other.length) < 5 || first.length === other.length ? !isSwap(first, other) : false;
}

/** Whether two letters that stand side by side are all that differs. */
function isSwap(a: string, b: string): boolean {
  const at = [...a].findIndex((letter, index) => letter !== b[index]);
  return a.length === b.length && a.slice(0, at) + a.charAt(at + 1) + a.charAt(at) + a.slice(at + 2) === b;
}

/** Exported, or in a public header, under a kind that may be meant. */
function isPublicName(name: string, kind: EntityKind, inventory: Inventory): boolean {
  const record = inventory.hasName(name) ? inventory.lookup(name) : undefined;
  if (record === undefined) return false;
  const wanted: readonly EntityKind[] = kindsTakenFor(kind).filter((one) => one !== 'field' && one !== 'variable');
  return Object.values(record.facts).some((facts) =>
    facts?.candidates.some(
      (candidate) =>
        wanted.includes(candidate.kind) &&
        (facts.export !== undefined || candidate.kind === 'config' || candidate.reasons.includes('public-header')),
    ),
  );
}

/**
 * Spellings one letter away that may be names: a letter left out, two swapped, one put in or replaced. Only those are put together
 * whose hash some name has; the hash of the letters before an edit is worked out once.
 */
function oneEditAway(name: string, inventory: Inventory): readonly string[] {
  const codes = Array.from(name, (letter) => letter.charCodeAt(0));
  const alphabet = name === name.toUpperCase() ? LETTERS.toUpperCase() : LETTERS;
  const letters = Array.from(alphabet, (letter) => letter.charCodeAt(0));
  const found = new Set<string>();
  let before = HASH_START;
  /** Hash of what stands before the edit, the letters put in, and the rest from an index on. */
  const mayBe = (state: number, from: number): boolean => {
    let hash = state;
    for (let index = from; index < codes.length; index++) hash = stepHash(hash, codes[index] ?? 0);
    return inventory.mayHaveHash(mixHash(hash));
  };
  for (let at = 0; at <= name.length; at++) {
    const head = name.slice(0, at);
    const [code = 0, next = 0] = codes.slice(at, at + 2);
    const rest = name.slice(at + 1);
    if (at < name.length && mayBe(before, at + 1)) found.add(head + rest);
    if (at + 1 < name.length && mayBe(stepHash(stepHash(before, next), code), at + 2))
      found.add(head + String.fromCharCode(next, code) + name.slice(at + 2));
    for (const letter of letters) {
      const state = stepHash(before, letter);
      if (mayBe(state, at)) found.add(head + String.fromCharCode(letter) + name.slice(at));
      if (at < name.length && mayBe(state, at + 1)) found.add(head + String.fromCharCode(letter) + rest);
    }
    before = stepHash(before, code);
  }
  return [...found];
}

/** The parts of the name, each pair of neighbours swapped. */
function reordered(name: string): readonly string[] {
  const parts = name.split('_');
  const out: string[] = [];
  for (let at = 0; at + 1 < parts.length; at++) {
    const swapped = [...parts];
    [swapped[at], swapped[at + 1]] = [parts[at + 1] ?? '', parts[at] ?? ''];
    out.push(swapped.join('_'));
  }
  return out;
}

/** Insertions, deletions, replacements and swaps of neighbours between two names; `limit + 1` as soon as it is above. */
export function editDistance(a: string, b: string, limit: number): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row++) {
    const next = [row];
    let best = row;
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      let value = Math.min(
        (last[column] ?? 0) + 1,
        (next[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      );
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        value = Math.min(value, (beforeLast[column - 2] ?? 0) + 1);
      }
      next.push(value);
      best = Math.min(best, value);
    }
    if (best > limit) return limit + 1;
    beforeLast = last;
    last = next;
  }
  return last[b.length] ?? limit + 1;
}
