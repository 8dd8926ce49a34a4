import type { EntityKind } from '../model/entity.ts';
import { type Inventory, type InventorySource, kindsTakenFor, type NameRecord } from './inventory.ts';
import { foldName } from './near-names.ts';
import { slipCost } from './slip-cost.ts';

const MIN_LENGTH = 5;
/** Folded letters from which on a second mistake is looked for. */
const TWO_MISTAKES_FROM = 9;
/** Two names whose costs differ by less are as near. */
const MARGIN = 0.15;
const ONE_CASE = 0.3;
const ONE_UNDERSCORE = 0.5;
const ONE_PLURAL = 0.6;
const LONGEST_ABBREVIATION = 4;
/** Letters of a name in which one more or less is no other word. */
const ONE_LETTER_FROM = 8;
/** Letters behind the first part that are hardly the same by chance. */
const LONG_REST = 6;
const RE_MEASURE = /(?:^|_)(?:MAX|MIN|NUM|LEN|SIZE|COUNT|max|min|num|len|size|count)(?:_|$)/;
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** What slips are looked for in. */
export type NearNames = Pick<InventorySource, 'namesNear' | 'isCommonPart' | 'hasName' | 'findName'>;

/** Kinds of names that a slip is looked for in. */
export const CHECKED_KINDS: ReadonlySet<EntityKind> = new Set([
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
 * A living public name that was probably meant: one mistake away, or two for long names, or the same parts in another
 * order. `undefined` for short names, for words that stand in a tree, and where two names are as near.
 * `isBare`: nothing says of what kind the name is, so that any will do.
 */
export function suggestName(name: string, kind: EntityKind, inventory: Inventory, isBare = false): string | undefined {
  if (!CHECKED_KINDS.has(kind) || name.length < MIN_LENGTH) return undefined;
  const kinds = isBare ? [...CHECKED_KINDS] : kindsMeant(kind);
  // Comments speak of one of many; no structure is called so.
  if (/^(?:struct|union|enum)$/.test(kind) && isPublicName(`${name}s`, kinds, inventory)) return `${name}s`;
  if (inventory.isKnownWord(name)) return undefined;
  const ranked = nearestNames(name, kinds, inventory).toSorted(
    (a, b) => a.cost - b.cost || (a.candidate < b.candidate ? -1 : 1),
  );
  const [best, second] = ranked;
  if (best === undefined) return undefined;
  if (second === undefined || second.cost - best.cost > MARGIN) return best.candidate;
  const nearest = ranked.filter(({ cost }) => cost - best.cost <= MARGIN).map(({ candidate }) => candidate);
  return likeliest(nearest, kind, inventory);
}

/** Whether a word that no table has is so close to a public name that it would be taken for a slip, whatever its kind. */
export function isNearPublicName(word: string, inventory: NearNames): boolean {
  return word.length >= MIN_LENGTH && nearestNames(word, [...CHECKED_KINDS], inventory).length > 0;
}

/** Whether the name may be proposed under one kind or another. */
export function isProposable(record: NameRecord): boolean {
  return isPublic(record, [...CHECKED_KINDS]);
}

interface NearName {
  readonly candidate: string;
  readonly cost: number;
}

/** Public names that may have been meant, in no order. */
function nearestNames(name: string, kinds: readonly EntityKind[], inventory: NearNames): readonly NearName[] {
  const limit = mostCost(name);
  return [...new Set([...near(name, inventory), ...reordered(name).filter((order) => inventory.hasName(order))])]
    .filter(
      (candidate) => candidate !== name && !isOtherWord(name, candidate) && !isOfOtherWords(name, candidate, inventory),
    )
    .map((candidate) => ({ candidate, cost: costOf(name, candidate) }))
    .filter(({ candidate, cost }) => cost <= limit && isPublicName(candidate, kinds, inventory));
}

/**
 * Names with the folded form of this one but for the mistakes that its length allows, or without its first letter. A constant may
 * have one, since drivers have many that are alike.
 */
function near(name: string, inventory: NearNames): readonly string[] {
  const folded = foldName(name);
  const isUpper = name === name.toUpperCase();
  const found = inventory.namesNear(folded, isUpper || folded.length < TWO_MISTAKES_FROM ? 1 : 2);
  if (found.length > 0 || folded.length < TWO_MISTAKES_FROM) return found;
  const beheaded = Array.from(LETTERS, (letter) => (isUpper ? letter.toUpperCase() : letter) + name);
  return [...found, ...beheaded.filter((spelling) => inventory.hasName(spelling))];
}

/** The longer the name, the more of it may be wrong. */
function mostCost(name: string): number {
  const length = foldName(name).length;
  if (length < 6) return 0.9;
  if (length < TWO_MISTAKES_FROM) return 1;
  return length < 10 ? 1.7 : 2;
}

function costOf(name: string, candidate: string): number {
  return reordered(candidate).includes(name) ? 1 : slipCost(name, candidate);
}

/** Of names that are as near the only one of the very kind, or the only one that is exported. */
function likeliest(names: readonly string[], kind: EntityKind, inventory: Inventory): string | undefined {
  for (const isLikelier of [
    (name: string) => isPublicName(name, [kind], inventory),
    (name: string) => Object.values(inventory.lookup(name)?.facts ?? {}).some((facts) => facts?.export !== undefined),
  ]) {
    const fit = names.filter(isLikelier);
    if (fit.length === 1) return fit[0];
  }
  return undefined;
}

/**
 * Names that differ on purpose: by a number, by a part such as `no` or `un` that turns the meaning round, by the ending
 * of a type. Slips change letters within a part.
 */
function isOtherWord(name: string, candidate: string): boolean {
  if (name.replace(/\d+/g, '') === candidate.replace(/\d+/g, '')) return true;
  const [shorter = '', longer = ''] = name.length < candidate.length ? [name, candidate] : [candidate, name];
  if (longer === `${shorter}_t`) return true;
  if (isOtherStyle(name, candidate) || isOtherOrder(name, candidate)) return true;
  if (isOtherSubsystem(name.split('_'), candidate.split('_'))) return true;
  return [...longer.matchAll(/(?<=^|_)(?:no|non|un|de|re)/g)].some(
    ({ 0: part, index }) => longer.slice(0, index) + longer.slice(index + part.length) === shorter,
  );
}

/**
 * All parts in which the name differs are words of other names, such as `put` where the candidate has `get`: no slip makes those.
 * One letter of a later part may still be wrong, and so may a plural.
 */
function isOfOtherWords(name: string, candidate: string, inventory: NearNames): boolean {
  if (foldName(name) === foldName(candidate)) return false;
  const cost = slipCost(name, candidate);
  const [first = '', ...rest] = name.toLowerCase().split('_');
  const others = candidate.toLowerCase().split('_');
  if ([first, ...rest].some((part, at) => isOtherAbbreviation(part, others[at] ?? ''))) return true;
  if (cost === ONE_PLURAL || (cost <= 1 && first === others[0] && foldName(name).length >= ONE_LETTER_FROM))
    return false;
  const own = [first, ...rest].filter((part) => part !== '' && !others.includes(part));
  return own.length > 0 && own.every((part) => inventory.isCommonPart(part));
}

/** `cfq` and `bfq`: few letters, one of them another that no finger takes for it. */
function isOtherAbbreviation(part: string, other: string): boolean {
  return part.length === other.length && part.length <= LONGEST_ABBREVIATION && slipCost(part, other) === 1;
}

/** Another project writes `WriteFile` or `PR_Connect`; a word of prose is no slip of a name; what has two more underscores in front is for others. */
function isOtherStyle(name: string, candidate: string): boolean {
  const isMixed = /[a-z]/.test(name) && /[A-Z]/.test(name);
  if (isMixed && !/[a-z][A-Z]|[A-Z].*[a-z]/.test(candidate) && slipCost(name, candidate) > ONE_CASE) return true;
  if (/^[A-Z\d]+$/.test(name) && slipCost(name, candidate) > ONE_UNDERSCORE) return true;
  if (!name.includes('_') && (/^[A-Z][a-z]*$/.test(name) || slipCost(name, candidate) > 1.5)) return true;
  return Math.abs(candidate.search(/[^_]/) - name.search(/[^_]/)) > 1;
}

/** Both orders of such constants are common: `RAND_MAX`, `MAX_RAND`. */
function isOtherOrder(name: string, candidate: string): boolean {
  return name !== candidate && RE_MEASURE.test(name) && reordered(name).includes(candidate);
}

/** All parts are the same but the first, which is short or has another letter: `ibv_create_qp`, `sample_open`. */
function isOtherSubsystem(
  [first = '', ...rest]: readonly string[],
  [other = '', ...others]: readonly string[],
): boolean {
  if (rest.length === 0 || first === other || rest.join('_') !== others.join('_')) return false;
  const cost = slipCost(first, other);
  if (cost < 0.9) return false;
  const shortest = Math.min(first.length, other.length);
  if (cost > 1 || (cost === 1 && first.length === other.length)) return true;
  return foldName(rest.join('')).length < LONG_REST && shortest < 4;
}

function kindsMeant(kind: EntityKind): readonly EntityKind[] {
  return kindsTakenFor(kind).filter((one) => one !== 'field' && one !== 'variable');
}

/** Exported, or in a public header, under one of the kinds. */
function isPublicName(name: string, kinds: readonly EntityKind[], inventory: NearNames): boolean {
  const record = inventory.hasName(name) ? inventory.findName(name) : undefined;
  return record !== undefined && isPublic(record, kinds);
}

function isPublic({ facts: byRelease }: NameRecord, kinds: readonly EntityKind[]): boolean {
  return Object.values(byRelease).some((facts) =>
    facts?.candidates.some(
      (candidate) =>
        kinds.includes(candidate.kind) &&
        (facts.export !== undefined || candidate.kind === 'config' || candidate.reasons.includes('public-header')),
    ),
  );
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
