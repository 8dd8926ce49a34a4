import type { OtherSite } from '../model/other-site.ts';
import type { Lookup } from './parse-query.ts';
import { isBoundary, normaliseName } from './search-keys.ts';
import { isPageKind, type RecordKind, type SearchRecord } from './search-record.ts';

/** How well a record answers a lookup, best first. The classes are told apart before anything else is weighed. */
const MATCH_CLASSES = [
  'exact',
  /** Equal but for case, `()`, `struct `, leading `_` or `-`, `CONFIG_`. */
  'same',
  /** The whole member after `->` or `.`, or the whole end of a path. */
  'member',
  'prefix',
  /** A run of whole parts in the middle or at the end. */
  'parts',
  /** Begins where a part begins. */
  'part-prefix',
  /** Anywhere inside; only after an empty answer. */
  'inside',
  /** One edit away; only after an empty answer. */
  'near',
] as const;
export type MatchClass = (typeof MATCH_CLASSES)[number];

export interface NameMatch {
  readonly record: SearchRecord;
  readonly matchClass: MatchClass;
  /** The spelling that was matched: the name or one of its aliases. */
  readonly spelling: string;
  /** How far what was looked up is from what was typed; see `Lookup`. */
  readonly distance: number;
  /** What puts matches in order, of several indexes too: see `compareOrders`. */
  readonly order: readonly number[];
  /** The build that it comes from, where that is not the open one. */
  readonly from?: OtherSite | undefined;
}

const SCOPES: Readonly<Record<Lookup['scope'], ReadonlySet<MatchClass>>> = {
  any: new Set(MATCH_CLASSES),
  end: new Set(['exact', 'same', 'member']),
  whole: new Set(['exact', 'same']),
};
const WRONG_CASE = 1.5;
/** For what is written in capitals as options and macros are, with `_`: even a run of its parts is nearer than a small name. */
const WRONG_CAPITALS = 3.5;
const RE_CAPITALS = /^[A-Z0-9]+(?:_[A-Z0-9]+)+$/;
const FILE_KINDS: ReadonlySet<RecordKind> = new Set(['header', 'source', 'document', 'object', 'path', 'section']);

/**
 * The records that answer any of the lookups, best first: by class, by form and case, by kind, by how much the notes
 * say, then shorter and smaller names. A record is listed once, by its best match.
 */
export function rankNames(records: Iterable<SearchRecord>, lookups: readonly Lookup[]): NameMatch[] {
  const byRecord = new Map<string, NameMatch>();
  for (const record of records) {
    for (const lookup of lookups) {
      const scored = scoreRecord(record, lookup);
      if (scored === undefined) continue;
      const id = `${record.kind} ${record.url}`;
      const known = byRecord.get(id);
      if (known === undefined || compareMatches(scored, known) < 0) byRecord.set(id, scored);
    }
  }
  return [...byRecord.values()].sort(compareMatches);
}

/** Below 0 when `a` answers better; 0 for equals, whatever they are called. */
export function compareOrders(a: NameMatch, b: NameMatch): number {
  for (let index = 0; index < a.order.length; index += 1) {
    const difference = (a.order[index] ?? 0) - (b.order[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function scoreRecord(record: SearchRecord, lookup: Lookup): NameMatch | undefined {
  let best: NameMatch | undefined;
  for (const spelling of [record.name, ...record.aliases]) {
    const match = matchSpelling(spelling, lookup);
    if (match === undefined) continue;
    const { matchClass, isCaseRight, form } = match;
    if (!SCOPES[lookup.scope].has(matchClass)) continue;
    const isAlias = spelling === record.name ? 0 : 1;
    const scored: NameMatch = {
      record,
      matchClass,
      spelling,
      distance: lookup.distance,
      order: [
        MATCH_CLASSES.indexOf(matchClass) +
          (lookup.distance >= 1 ? 0.25 * lookup.distance : 0) +
          // Who types capitals means them: another spelling goes behind the next class.
          (lookup.isCased && !isCaseRight ? (RE_CAPITALS.test(lookup.literal) ? WRONG_CAPITALS : WRONG_CASE) : 0),
        lookup.isCased && !isCaseRight ? 1 : 0,
        lookup.kinds.size === 0 || lookup.kinds.has(record.kind) ? 0 : 1,
        matchClass === 'same' && !isCaseRight ? 1 : 0,
        form,
        tierOf(record),
        isAlias,
        -record.weight,
        spelling.length,
      ],
    };
    if (best === undefined || compareMatches(scored, best) < 0) best = scored;
  }
  return best;
}

interface SpellingMatch {
  readonly matchClass: MatchClass;
  readonly isCaseRight: boolean;
  /** 0 when leading underscores and the like are as typed. */
  readonly form: number;
}

/** How `spelling` answers `lookup`; `undefined` when it does not. */
function matchSpelling(spelling: string, lookup: Lookup): SpellingMatch | undefined {
  const { literal, key } = lookup;
  if (spelling === literal) return { matchClass: 'exact', isCaseRight: true, form: 0 };
  // A key is cut; a longer query must go on as the name does.
  const wanted = literal.length > key.length ? normaliseName(literal) : key;
  if (!wanted.includes('*') && !spelling.toLowerCase().includes(wanted)) return undefined;
  const name = normaliseName(spelling);
  const bare = bareOf(literal);
  const isCaseRight = spelling.includes(bare);
  const form = spelling.startsWith(literal) || !/^[^\p{L}\p{N}]/u.test(literal) ? formOf(spelling, literal) : 1;
  if (name === wanted) return { matchClass: 'same', isCaseRight, form };
  let found: MatchClass | undefined;
  for (let at = name.indexOf(wanted); at >= 0; at = name.indexOf(wanted, at + 1)) {
    if (!isBoundary(name, at) && !isWideLetter(name.charAt(at))) continue;
    if (at === 0) return { matchClass: 'prefix', isCaseRight, form };
    const end = at + wanted.length;
    const isWhole = end === name.length;
    const matchClass: MatchClass =
      isWhole && /[>./=]$/.test(name.slice(0, at).replace(/_+$/, ''))
        ? 'member'
        : isBoundary(name, end)
          ? 'parts'
          : 'part-prefix';
    if (found === undefined || MATCH_CLASSES.indexOf(matchClass) < MATCH_CLASSES.indexOf(found)) found = matchClass;
  }
  return found === undefined ? undefined : { matchClass: found, isCaseRight, form };
}

/** 1 when the spelling has leading underscores that were not typed. */
function formOf(spelling: string, literal: string): number {
  return spelling.startsWith('_') && !literal.startsWith('_') ? 1 : 0;
}

function bareOf(literal: string): string {
  return literal
    .replace(/^(?:struct|union|enum)\s+/, '')
    .replace(/\([^()]*\)?;?$/, '')
    .replace(/^[^\p{L}\p{N}]+/u, '');
}

function isWideLetter(character: string): boolean {
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(character);
}

function tierOf(record: SearchRecord): number {
  if (isPageKind(record.kind)) return 2;
  return FILE_KINDS.has(record.kind) ? 1 : 0;
}

function compareMatches(a: NameMatch, b: NameMatch): number {
  const order = compareOrders(a, b);
  if (order !== 0) return order;
  return a.spelling < b.spelling ? -1 : a.spelling > b.spelling ? 1 : a.record.url < b.record.url ? -1 : 1;
}
