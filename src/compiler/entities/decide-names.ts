/**
 * Which of the seen names are entities, and of which kind. Evidence is asked for in this order: the rule itself, the same note, the inventory,
 * other notes, the letters of the name. What a note shows for itself outweighs other notes, and other notes count only where at least
 * `MIN_NOTES` of them agree, so that an edit of one note seldom changes a name in another.
 */

import { ENTITY_KINDS, type EntityKind } from '../../model/entity.ts';
import type { Candidate } from './candidate.ts';
import { guessKind } from './guess-kind.ts';
import { KNOWN_NAMES } from './vocabulary.ts';

/** Notes that must agree before they say something about a name elsewhere. */
const MIN_NOTES = 2;

/** A distinct name of a note by a distinct rule. */
export type SeenName = Pick<Candidate, 'name' | 'kind' | 'rule' | 'strength'>;

/** What spoke for a name: its rule, its note, the inventory, other notes, its letters; or nothing. */
export type Evidence = 'rule' | 'note' | 'inventory' | 'notes' | 'letters' | 'none';

export interface NameDecision {
  /** Absent: no entity. */
  readonly kind?: EntityKind | undefined;
  /** What spoke for it. */
  readonly acceptedBy: Evidence;
  /** What told the kind. */
  readonly kindBy: Evidence;
}

interface Known {
  /** Notes that are certain of a kind, a kind of `ENTITY_KINDS` each. */
  readonly notes: Uint32Array;
  inventory: readonly EntityKind[] | undefined;
}

const KIND_NUMBER: ReadonlyMap<EntityKind, number> = new Map(ENTITY_KINDS.map((kind, index) => [kind, index]));
const REJECTED: NameDecision = { acceptedBy: 'none', kindBy: 'none' };

/**
 * One decision for each seen name, in the order given, for each note, in the order given. `kindsOf` says as what an inventory knows a name,
 * likeliest first; `[]` where it does not or where there is none. The order of the notes changes nothing.
 */
export function decideNames(
  notes: readonly { readonly names: readonly SeenName[] }[],
  kindsOf: (name: string) => readonly EntityKind[],
): readonly (readonly NameDecision[])[] {
  const known = new Map<string, Known>();
  for (const { names } of notes) countCertain(names, known);
  return notes.map(({ names }) => decideNote(names, known, kindsOf));
}

function countCertain(names: readonly SeenName[], known: Map<string, Known>): void {
  const seen = new Set<string>();
  for (const { name, kind, strength } of names) {
    let entry = known.get(name);
    if (entry === undefined) {
      entry = { notes: new Uint32Array(ENTITY_KINDS.length), inventory: undefined };
      known.set(name, entry);
    }
    if (strength !== 'certain' || kind === undefined) continue;
    const number = KIND_NUMBER.get(kind) ?? 0;
    const key = `${number} ${name}`;
    if (seen.has(key)) continue;
    seen.add(key);
    entry.notes[number] = (entry.notes[number] ?? 0) + 1;
  }
}

interface InNote {
  /** Kind that a certain rule of the note gives the name. */
  certain?: EntityKind | undefined;
  likely?: EntityKind | undefined;
  /** A rule that is more than possible saw it. */
  isSupported: boolean;
}

function decideNote(
  names: readonly SeenName[],
  known: ReadonlyMap<string, Known>,
  kindsOf: (name: string) => readonly EntityKind[],
): readonly NameDecision[] {
  const inNote = new Map<string, InNote>();
  for (const { name, kind, strength } of names) {
    let entry = inNote.get(name);
    if (entry === undefined) {
      entry = { isSupported: false };
      inNote.set(name, entry);
    }
    if (strength === 'possible') continue;
    entry.isSupported = true;
    if (kind === undefined) continue;
    if (strength === 'certain')
      entry.certain =
        entry.certain === undefined || (entry.certain === 'type' && isTagged(kind)) ? kind : entry.certain;
    else entry.likely ??= kind;
  }
  return names.map((seen) => decideName(seen, inNote.get(seen.name), known.get(seen.name), kindsOf));
}

function decideName(
  seen: SeenName,
  note: InNote | undefined,
  known: Known | undefined,
  kindsOf: (name: string) => readonly EntityKind[],
): NameDecision {
  const { name, kind, strength } = seen;
  if (strength === 'certain' && kind !== undefined) {
    if (kind === 'type') return { kind: tagOf(name, note, known, kindsOf) ?? kind, acceptedBy: 'rule', kindBy: 'rule' };
    return { kind: settleCall(name, kind, known, kindsOf), acceptedBy: 'rule', kindBy: 'rule' };
  }
  const acceptedBy = strength !== 'possible' ? 'rule' : supportOf(seen, note, known, kindsOf);
  if (acceptedBy === undefined) return REJECTED;
  if (kind !== undefined && (kind !== 'type' || strength !== 'likely'))
    return { kind: settleCall(name, kind, known, kindsOf), acceptedBy, kindBy: 'rule' };
  const ofNote = note?.certain ?? note?.likely;
  if (ofNote !== undefined) return { kind: settleCall(name, ofNote, known, kindsOf), acceptedBy, kindBy: 'note' };
  const ofInventory = inventoryOf(name, known, kindsOf)[0];
  if (ofInventory !== undefined) return { kind: ofInventory, acceptedBy, kindBy: 'inventory' };
  const ofNotes = kindOfNotes(known);
  if (ofNotes !== undefined) return { kind: ofNotes, acceptedBy, kindBy: 'notes' };
  return { kind: guessKind(name), acceptedBy, kindBy: 'letters' };
}

function isTagged(kind: EntityKind): boolean {
  return kind === 'struct' || kind === 'union' || kind === 'enum';
}

/** What the text calls a type may be a structure by name. */
function tagOf(
  name: string,
  note: InNote | undefined,
  known: Known | undefined,
  kindsOf: (name: string) => readonly EntityKind[],
): EntityKind | undefined {
  if (name.endsWith('_t')) return undefined;
  if (note?.certain !== undefined && isTagged(note.certain)) return note.certain;
  const kinds = inventoryOf(name, known, kindsOf);
  return kinds.includes('type') ? undefined : kinds.find(isTagged);
}

/** What supports a name that its rule alone does not carry. */
function supportOf(
  seen: SeenName,
  note: InNote | undefined,
  known: Known | undefined,
  kindsOf: (name: string) => readonly EntityKind[],
): Evidence | undefined {
  if (note?.isSupported === true) return 'note';
  if (seen.rule === 'marked-english') return undefined;
  if (seen.rule === 'said-of-word' || seen.rule === 'repeated-word') {
    const kinds = inventoryOf(seen.name, known, kindsOf);
    if (seen.kind !== undefined && kinds.includes(seen.kind)) return 'inventory';
  } else if (inventoryOf(seen.name, known, kindsOf).length > 0) return 'inventory';
  return seen.rule !== 'own-definition' && kindOfNotes(known) !== undefined ? 'notes' : undefined;
}

function inventoryOf(
  name: string,
  known: Known | undefined,
  kindsOf: (name: string) => readonly EntityKind[],
): readonly EntityKind[] {
  if (known === undefined) return kindsOf(name);
  known.inventory ??= kindsOf(name);
  return known.inventory;
}

/** The kind of which most notes are certain, the first of `ENTITY_KINDS` among equals; absent where too few are. */
function kindOfNotes(known: Known | undefined): EntityKind | undefined {
  if (known === undefined) return undefined;
  let best = -1;
  let most = MIN_NOTES - 1;
  for (let number = 0; number < known.notes.length; number += 1) {
    const count = known.notes[number] ?? 0;
    if (count > most) {
      most = count;
      best = number;
    }
  }
  return best < 0 ? undefined : ENTITY_KINDS[best];
}

/** A call cannot tell a function from a macro of small letters; the inventory can. */
function settleCall(
  name: string,
  kind: EntityKind,
  known: Known | undefined,
  kindsOf: (name: string) => readonly EntityKind[],
): EntityKind {
  if (kind !== 'function') return kind;
  const own = KNOWN_NAMES.get(name);
  if (own?.kind === 'macro' || own?.kind === 'function') return own.kind;
  const kinds = inventoryOf(name, known, kindsOf);
  return kinds.includes('macro') && !kinds.includes('function') && !kinds.includes('syscall') ? 'macro' : kind;
}
