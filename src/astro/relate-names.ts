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
    return { owners: numbers, byName, predecessors, members, families };
  };
  const weigh = (entity: number): ReadonlyMap<number, number> => {
    const weights = new Map<number, number>();
    for (const { entry } of (entities[entity]?.postings ?? []).slice(0, MAX_NOTES)) {
      const names = entries[entry]?.names ?? [];
      if (names.length > MAX_NAMES) continue;
      for (const other of names) {
        const rarity = 1 / Math.log2(2 + (entities[other]?.postings.length ?? 0));
        weights.set(other, (weights.get(other) ?? 0) + rarity / Math.log2(2 + names.length));
      }
    }
    return weights;
  };
  return (entity) => {
    tables ??= makeTables();
    const { name = '', kind = 'function' } = entities[entity] ?? {};
    const facts = factsOf(entity);
    const predecessors = (tables.predecessors.get(name) ?? []).filter((other) => other !== entity);
    const members = OWNERS.has(kind) ? (tables.members.get(name) ?? []) : [];
    const tag = kind === 'field' ? ownerOf(entity) : undefined;
    const owner = tag === undefined ? undefined : tables.owners.get(tag);
    const weights = new Map(weigh(entity));
    const family = familyOf(name, kind, facts);
    for (const other of family === undefined ? [] : (tables.families.get(family) ?? []))
      weights.set(other, (weights.get(other) ?? 0) + FAMILY_WEIGHT);
    const successors = (facts.replacedBy ?? []).flatMap((one) => tables?.byName.get(one.name) ?? []);
    const shown = new Set([entity, owner, ...predecessors, ...members, ...successors]);
    const related = [...weights]
      .filter(([other]) => !shown.has(other) && CODE.has(entities[other]?.kind ?? 'command') === CODE.has(kind))
      .sort((a, b) => b[1] - a[1] || a[0] - b[0])
      .slice(0, MAX_RELATED)
      .map(([other]) => other);
    return { predecessors, members: members.slice(0, MAX_MEMBERS), owner, related };
  };
}

interface Tables {
  readonly owners: ReadonlyMap<string, number>;
  readonly byName: ReadonlyMap<string, readonly number[]>;
  readonly predecessors: ReadonlyMap<string, readonly number[]>;
  readonly members: ReadonlyMap<string, readonly number[]>;
  readonly families: ReadonlyMap<string, readonly number[]>;
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
