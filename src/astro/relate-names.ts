/**
 * Names that stand near a name: what took its place or whose place it took, the struct of a member and the members of a
 * struct, names of one file that begin alike, and names that the same notes mention. All of them are names of the notes.
 */
import type { CompiledCorpus } from '../compiler/compile-corpus.ts';
import type { EntityKind } from '../model/entity.ts';
import { RELEASES } from '../model/entity.ts';
import type { NameFacts } from './kernel-facts.ts';

export interface NearNames {
  /** Names whose place this one took. */
  readonly predecessors: readonly number[];
  /** Members of a struct that notes name. */
  readonly members: readonly number[];
  /** Struct of a member. */
  readonly owner?: number | undefined;
  /** Best first. */
  readonly related: readonly number[];
}

const MAX_RELATED = 12;
const MAX_MEMBERS = 24;
/** Beyond these, a note or a name says little about what belongs together. */
const MAX_NOTES = 60;
const MAX_NAMES = 120;
const OWNERS: ReadonlySet<EntityKind> = new Set(['struct', 'union', 'type']);
const CODE: ReadonlySet<EntityKind> = new Set(['function', 'macro', 'type', 'struct', 'variable', 'syscall']);
/** How much a name of the same family counts beside names that one note has in common with this one. */
const FAMILY_WEIGHT = 2;

/** Answers for one corpus; the tables are made when the first name is asked for. */
export function createNearNames(
  { entities, entries }: CompiledCorpus,
  factsOf: (entity: number) => NameFacts,
  ownerOf: (entity: number) => string | undefined,
): (entity: number) => NearNames {
  let tables: Tables | undefined;
  const makeTables = (): Tables => {
    const numbers = new Map<string, number>();
    const byName = new Map<string, number[]>();
    const predecessors = new Map<string, number[]>();
    const members = new Map<string, number[]>();
    const families = new Map<string, number[]>();
    entities.forEach(({ name, kind }, number) => {
      push(byName, name, number);
      if (OWNERS.has(kind) && !numbers.has(name)) numbers.set(name, number);
      for (const { name: successor } of factsOf(number).replacedBy ?? []) push(predecessors, successor, number);
      const owner = kind === 'field' ? ownerOf(number) : undefined;
      if (owner !== undefined) push(members, owner, number);
      const family = familyOf(name, kind, factsOf(number));
      if (family !== undefined) push(families, family, number);
    });
    const rarities = Float64Array.from(entities, ({ postings }) => 1 / Math.log2(2 + postings.length));
    return { owners: numbers, byName, predecessors, members, families, rarities };
  };
  /** Of each name, while one is weighed; empty in between. */
  const weights = new Float64Array(entities.length);
  /** Adds to `weights` and gives the names that have one now. */
  const weigh = (entity: number, family: readonly number[], rarities: Float64Array): readonly number[] => {
    const weighed: number[] = [];
    const add = (other: number, weight: number) => {
      if (weights[other] === 0) weighed.push(other);
      weights[other] = (weights[other] ?? 0) + weight;
    };
    for (const { entry } of (entities[entity]?.postings ?? []).slice(0, MAX_NOTES)) {
      const names = entries[entry]?.names ?? [];
      if (names.length > MAX_NAMES) continue;
      const share = 1 / Math.log2(2 + names.length);
      for (const other of names) add(other, (rarities[other] ?? 0) * share);
    }
    for (const other of family) add(other, FAMILY_WEIGHT);
    return weighed;
  };
  return (entity) => {
    tables ??= makeTables();
    const { name = '', kind = 'function' } = entities[entity] ?? {};
    const facts = factsOf(entity);
    const predecessors = (tables.predecessors.get(name) ?? []).filter((other) => other !== entity);
    const members = OWNERS.has(kind) ? (tables.members.get(name) ?? []) : [];
    const tag = kind === 'field' ? ownerOf(entity) : undefined;
    const owner = tag === undefined ? undefined : tables.owners.get(tag);
    const family = familyOf(name, kind, facts);
    const siblings = family === undefined ? [] : (tables.families.get(family) ?? []);
    const successors = (facts.replacedBy ?? []).flatMap((one) => tables?.byName.get(one.name) ?? []);
    const shown = new Set([entity, owner, ...predecessors, ...members, ...successors]);
    const isCode = CODE.has(kind);
    const weighed = weigh(entity, siblings, tables.rarities);
    const related = pickBest(
      weighed.filter((other) => !shown.has(other) && CODE.has(entities[other]?.kind ?? 'command') === isCode),
      weights,
    );
    for (const other of weighed) weights[other] = 0;
    return { predecessors, members: members.slice(0, MAX_MEMBERS), owner, related };
  };
}

interface Tables {
  readonly owners: ReadonlyMap<string, number>;
  readonly byName: ReadonlyMap<string, readonly number[]>;
  readonly predecessors: ReadonlyMap<string, readonly number[]>;
  readonly members: ReadonlyMap<string, readonly number[]>;
  readonly families: ReadonlyMap<string, readonly number[]>;
  /** How much it tells that two names share a note with this one: less for a name of many notes. */
  readonly rarities: Float64Array;
}

/** The names that weigh most, best first, of equals the one with the lower number. */
function pickBest(names: readonly number[], weights: Float64Array): readonly number[] {
  const isBetter = (a: number, b: number) =>
    (weights[a] ?? 0) > (weights[b] ?? 0) || (weights[a] === weights[b] && a < b);
  const best: number[] = [];
  for (const name of names) {
    const last = best.at(-1);
    if (best.length === MAX_RELATED && last !== undefined && !isBetter(name, last)) continue;
    let at = best.length;
    for (let before = best[at - 1]; before !== undefined && isBetter(name, before); before = best[at - 1]) at -= 1;
    best.splice(at, 0, name);
    if (best.length > MAX_RELATED) best.pop();
  }
  return best;
}

/** Names of one file that begin with the same part are siblings: `down_read`, `down_write`. */
function familyOf(name: string, kind: EntityKind, { status }: NameFacts): string | undefined {
  if (kind !== 'function' && kind !== 'macro') return undefined;
  const file = RELEASES.map((release) => status[release].file).findLast((path) => path !== undefined);
  const stem = /^_*([a-z0-9]+)_/i.exec(name)?.[1];
  return file === undefined || stem === undefined ? undefined : `${file} ${stem}`;
}

function push(map: Map<string, number[]>, key: string, value: number): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
