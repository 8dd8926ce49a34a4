/**
 * Which of the seen names are entities, and of which kind. Evidence is asked for in this order: the rule itself, the same note, the inventory,
 * other notes, the letters of the name. What a note shows for itself outweighs other notes, and other notes count only where at least
 * `MIN_NOTES` of them agree, so that an edit of one note seldom changes a name in another.
 */

import { CODE_KINDS, ENTITY_KINDS, type EntityKind } from '../../model/entity.ts';
import type { Candidate } from './candidate.ts';
import { guessKind, isCalledByName } from './guess-kind.ts';
import { isBareName } from './rules.ts';
import { KNOWN_NAMES } from './vocabulary.ts';
import { isExampleName } from './words.ts';

/** Notes that must agree before they say something about a name elsewhere. */
const MIN_NOTES = 2;

/** A distinct name of a note by a distinct rule. */
export type SeenName = Pick<Candidate, 'name' | 'kind' | 'rule' | 'strength' | 'of'>;

/** What spoke for a name: its rule, its note, the inventory, other notes, its letters; or nothing. */
export type Evidence = 'rule' | 'note' | 'inventory' | 'notes' | 'letters' | 'none';

export interface NameDecision {
  /** Absent: no entity. */
  readonly kind?: EntityKind | undefined;
  /** Canonical name, where it is not the one that was seen. */
  readonly name?: string;
  /** What spoke for it. */
  readonly acceptedBy: Evidence;
  /** What told the kind. */
  readonly kindBy: Evidence;
}

/** What is gathered of one name over all notes; the fields below `note` belong to the note that is being decided. */
interface Known {
  /** Number of the kind, notes certain of it, and the last of those, for each kind that some note is certain of. */
  readonly certainOf: number[];
  inventory: readonly EntityKind[] | undefined;
  note: number;
  certain: EntityKind | undefined;
  likely: EntityKind | undefined;
  /** A rule of the note that is more than possible saw it. */
  isSupported: boolean;
  /** The same, as something that C can name. */
  isSupportedInC: boolean;
  /** A snippet of the note defines a function or macro of that name. */
  isDefined: boolean;
  /** Running text of the note has the name. */
  isInText: boolean;
}

/** A name that every kernel has: an inventory that lacks it is no inventory of a kernel, and what it lacks says nothing. */
const EVERYWHERE = 'printk';

type KindsOf = (name: string) => readonly EntityKind[];

interface Inventory {
  readonly kindsOf: KindsOf;
  /** It knows a kernel. */
  readonly isInformed: boolean;
  /** What it said of structures and of beginnings of names, which are asked for again and again. */
  readonly asked: Map<string, readonly EntityKind[]>;
}

/** Members of the oldest structures begin with the letter of theirs: `d_lock`, `i_mode`, `f_pos`. What is called so stands with brackets. */
const RE_MEMBER = /^[a-z]_[a-z]/u;

const KIND_NUMBER: ReadonlyMap<EntityKind, number> = new Map(ENTITY_KINDS.map((kind, index) => [kind, index]));
const REJECTED: NameDecision = { acceptedBy: 'none', kindBy: 'none' };

/**
 * One decision for each seen name, in the order given, for each note, in the order given. `kindsOf` says as what an inventory knows a name,
 * the best kind first; `[]` where it does not or where there is none. It is asked once a name, and once for a name that every kernel has. The order of the notes changes nothing.
 */
export function decideNames(
  notes: readonly { readonly names: readonly SeenName[] }[],
  kindsOf: KindsOf,
): readonly (readonly NameDecision[])[] {
  const table = new Map<string, Known>();
  const known = notes.map(({ names }, note) => names.map((seen) => countName(seen, note, table)));
  const isInformed = kindsOf(EVERYWHERE).length > 0;
  const asked = new Map<string, readonly EntityKind[]>();
  return notes.map(({ names }, note) => decideNote(names, known[note] ?? [], note, { kindsOf, isInformed, asked }));
}

function countName({ name, kind, strength }: SeenName, note: number, table: Map<string, Known>): Known {
  let known = table.get(name);
  if (known === undefined) {
    known = {
      certainOf: [],
      inventory: undefined,
      note: -1,
      certain: undefined,
      likely: undefined,
      isSupported: false,
      isSupportedInC: false,
      isDefined: false,
      isInText: false,
    };
    table.set(name, known);
  }
  if (strength !== 'certain' || kind === undefined) return known;
  const number = KIND_NUMBER.get(kind) ?? 0;
  const { certainOf } = known;
  for (let at = 0; at < certainOf.length; at += 3) {
    if (certainOf[at] !== number) continue;
    if (certainOf[at + 2] !== note) certainOf[at + 1] = (certainOf[at + 1] ?? 0) + 1;
    certainOf[at + 2] = note;
    return known;
  }
  certainOf.push(number, 1, note);
  return known;
}

function decideNote(
  names: readonly SeenName[],
  known: readonly Known[],
  note: number,
  inventory: Inventory,
): readonly NameDecision[] {
  for (let i = 0; i < names.length; i += 1) {
    const seen = names[i];
    const entry = known[i];
    if (seen !== undefined && entry !== undefined) noteName(seen, entry, note, inventory);
  }
  return names.map((seen, i) => {
    const entry = known[i];
    return entry === undefined ? REJECTED : decideName(seen, entry, inventory);
  });
}

function noteName(seen: SeenName, known: Known, note: number, inventory: Inventory): void {
  const { kind, strength, rule } = seen;
  if (known.note !== note) {
    known.note = note;
    known.certain = undefined;
    known.likely = undefined;
    known.isSupported = false;
    known.isSupportedInC = false;
    known.isDefined = false;
    known.isInText = false;
  }
  if (rule === 'own-definition' && (kind === 'function' || kind === 'macro')) known.isDefined = true;
  if (isBareName(rule)) known.isInText = true;
  if (strength === 'possible' || isUnheardOf(seen, known, inventory)) return;
  known.isSupported = true;
  if (kind !== 'module' && kind !== 'command' && kind !== 'build') known.isSupportedInC = true;
  if (kind === undefined || isJoinedByChance(seen, known, inventory.kindsOf)) return;
  if (strength === 'likely') known.likely ??= kind;
  else if (known.certain === undefined || (known.certain === 'type' && isTagged(kind))) known.certain = kind;
}

/**
 * A name that only its letters make one, though an inventory is at hand and lacks it: keys of statistics, attributes of sysfs, variables of an
 * example, private structures and their members are spelt so. A function that the kernel keeps to itself has a verb in its name.
 */
function isUnheardOf({ name, kind, rule, of }: SeenName, known: Known, inventory: Inventory): boolean {
  const { kindsOf, isInformed } = inventory;
  if (!isInformed) return false;
  switch (rule) {
    case 'identifier':
      return kind === undefined && inventoryOf(name, known, kindsOf).length === 0 && !isCalledByName(name);
    case 'snippet-tag':
      return !inventoryOf(name, known, kindsOf).some(isTagged);
    case 'assigned-name':
      return inventoryOf(name, known, kindsOf).length === 0;
    case 'snippet-constant':
      return inventoryOf(name, known, kindsOf).length === 0 && !isFamily(askOnce(familyOf(name), inventory));
    case 'member':
    case 'member-dot':
      return of !== undefined && !askOnce(of, inventory).some(isTagged);
    default:
      return false;
  }
}

/** `xfs` of `XFS_ERRLEVEL_LOW`: the part of the kernel that keeps such a constant to itself. */
function familyOf(name: string): string {
  return name.slice(0, name.indexOf('_')).toLowerCase();
}

function askOnce(name: string, { kindsOf, asked }: Inventory): readonly EntityKind[] {
  let kinds = asked.get(name);
  if (kinds === undefined) {
    kinds = kindsOf(name);
    asked.set(name, kinds);
  }
  return kinds;
}

function isFamily(kinds: readonly EntityKind[]): boolean {
  return kinds.includes('module') || (kinds[0] === 'struct' && !kinds.includes('field'));
}

function decideName(seen: SeenName, known: Known, inventory: Inventory): NameDecision {
  const { kindsOf } = inventory;
  const bare = seen.rule === 'identifier' && /^_[a-z]/u.test(seen.name) ? seen.name.slice(1) : '';
  // A mark of emphasis that nothing closes is no part of the name.
  if (bare !== '' && inventoryOf(seen.name, known, kindsOf).length === 0 && kindsOf(bare).length > 0)
    return { ...decideSeen({ ...seen, name: bare }, { ...known, inventory: kindsOf(bare) }, inventory), name: bare };
  // `rw_semaphores`: more than one of a structure.
  const single = seen.rule === 'identifier' && seen.name.endsWith('s') ? seen.name.slice(0, -1) : '';
  if (single !== '' && isUnheardOf(seen, known, inventory) && kindsOf(single)[0] === 'struct')
    return { ...decision('struct', 'inventory', 'inventory'), name: single };
  return decideSeen(seen, known, inventory);
}

function decideSeen(seen: SeenName, known: Known, inventory: Inventory): NameDecision {
  const { kindsOf } = inventory;
  const { name, kind, strength, rule } = seen;
  if (strength === 'certain' && kind !== undefined) {
    const settled = kind === 'type' ? (tagOf(name, known, kindsOf) ?? kind) : settleSaid(seen, kind, known, kindsOf);
    return decision(settled, 'rule', 'rule');
  }
  const isSure = strength !== 'possible' && !isUnheardOf(seen, known, inventory);
  const acceptedBy = isSure ? 'rule' : supportOf(seen, known, kindsOf);
  if (acceptedBy === undefined) return REJECTED;
  if (rule === 'capital-macro' && known.certain === undefined && inventoryOf(name, known, kindsOf).length === 0) {
    const option = `CONFIG_${name}`;
    if (kindsOf(option).includes('config')) return { ...decision('config', acceptedBy, 'inventory'), name: option };
  }
  if (kind !== undefined && (kind !== 'type' || strength !== 'likely') && !isJoinedByChance(seen, known, kindsOf)) {
    return decision(settleCall(name, kind, known, kindsOf), acceptedBy, 'rule');
  }
  const ofNote = known.certain ?? known.likely;
  if (ofNote !== undefined) return decision(settleCall(name, ofNote, known, kindsOf), acceptedBy, 'note');
  const kinds = inventoryOf(name, known, kindsOf);
  const guess = guessKind(name);
  const isField =
    kinds.includes('field') && ((guess === 'variable' && kinds[0] !== 'variable') || RE_MEMBER.test(name));
  if (isField && isBareName(rule)) return decision('field', acceptedBy, 'inventory');
  const isGuessed = kinds.includes(guess);
  const ofInventory = isParameter(rule, kinds) ? 'parameter' : isGuessed ? guess : kinds[0];
  if (ofInventory !== undefined) return decision(ofInventory, acceptedBy, 'inventory');
  const ofNotes = kindOfNotes(known);
  if (ofNotes !== undefined) return decision(ofNotes, acceptedBy, 'notes');
  return decision(rule === 'assigned-name' ? 'parameter' : guess, acceptedBy, 'letters');
}

/** What stands beside a name of another kind, `proc_create`, `proc_ops`, and is nothing of that kind in any kernel. */
function isJoinedByChance({ name, kind, rule }: SeenName, known: Known, kindsOf: KindsOf): boolean {
  if (rule !== 'coordinated' || kind === undefined) return false;
  const kinds = inventoryOf(name, known, kindsOf);
  return kinds.length > 0 && !kinds.includes(kind);
}

/** In running text the name of a boot parameter and of the variable behind it means the parameter. */
function isParameter(rule: SeenName['rule'], kinds: readonly EntityKind[]): boolean {
  if (!kinds.includes('parameter')) return false;
  return rule === 'assigned-name' || (isBareName(rule) && kinds[0] === 'variable');
}

/** What the text calls callbacks may be members that point to them. */
function settleSaid({ name, rule }: SeenName, kind: EntityKind, known: Known, kindsOf: KindsOf): EntityKind {
  if (kind === 'function' && (rule === 'listed' || rule === 'said-to-be')) {
    const kinds = inventoryOf(name, known, kindsOf);
    if (kinds.length > 0 && kinds.every((each) => each === 'field')) return 'field';
  }
  return settleCall(name, kind, known, kindsOf);
}

function decision(kind: EntityKind, acceptedBy: Evidence, kindBy: Evidence): NameDecision {
  return { kind, acceptedBy, kindBy };
}

function isTagged(kind: EntityKind): boolean {
  return kind === 'struct' || kind === 'union' || kind === 'enum';
}

/** What the text calls a type may be a structure by name. */
function tagOf(name: string, known: Known, kindsOf: KindsOf): EntityKind | undefined {
  if (name.endsWith('_t')) return undefined;
  if (known.certain !== undefined && isTagged(known.certain)) return known.certain;
  const kinds = inventoryOf(name, known, kindsOf);
  return kinds.includes('type') ? undefined : kinds.find(isTagged);
}

/** What supports a name that its rule alone does not carry. */
function supportOf(seen: SeenName, known: Known, kindsOf: KindsOf): Evidence | undefined {
  if (seen.rule === 'quoted-member')
    return (
      seen.of === undefined
        ? inventoryOf(seen.name, known, kindsOf).includes('field')
        : kindsOf(seen.of).some(isTagged)
    )
      ? 'inventory'
      : undefined;
  if (seen.rule === 'dotted-parameter') return isParameterOfModule(seen.name, kindsOf) ? 'inventory' : undefined;
  if (seen.rule === 'own-definition' ? known.isSupportedInC : known.isSupported) return 'note';
  if (known.isDefined && known.isInText && (seen.rule === 'own-definition' || isBareName(seen.rule))) return 'note';
  if (seen.rule === 'marked-english' || seen.strength !== 'possible') return undefined;
  if (isInInventory(seen, inventoryOf(seen.name, known, kindsOf))) return 'inventory';
  return seen.rule !== 'own-definition' && kindOfNotes(known) !== undefined ? 'notes' : undefined;
}

function isParameterOfModule(name: string, kindsOf: KindsOf): boolean {
  const dot = name.indexOf('.');
  return kindsOf(name.slice(0, dot)).includes('module') && kindsOf(name.slice(dot + 1)).includes('parameter');
}

/** One definition in the kernel makes a bare word a name; fields and parameters are named like anything. */
function isInInventory({ name, kind, rule }: SeenName, kinds: readonly EntityKind[]): boolean {
  switch (rule) {
    case 'said-of-word':
    case 'repeated-word':
    case 'assigned-word':
    case 'arrow-base':
      return kind !== undefined && kinds.includes(kind);
    case 'own-definition':
      return !isExampleName(name) && kinds.some((each) => CODE_KINDS.has(each));
    case 'code-identifier':
      return kinds.some((each) => CODE_KINDS.has(each)) || (kinds.includes('variable') && !kinds.includes('field'));
    case 'marked-word':
      return (
        kinds.some((each) => tells(name, each) && !(isTagged(each) && kinds.includes('field'))) ||
        (kinds.length > 0 && kinds.every((each) => each === 'parameter' || each === 'module'))
      );
    default:
      return kinds.some((each) => CODE_KINDS.has(each));
  }
}

/** Whether one definition of that kind makes a bare word a name; a type that does not end as types do is no more telling than a variable. */
function tells(name: string, kind: EntityKind): boolean {
  return CODE_KINDS.has(kind) && (kind !== 'type' || name.endsWith('_t'));
}

function inventoryOf(name: string, known: Known, kindsOf: KindsOf): readonly EntityKind[] {
  known.inventory ??= name.includes('-') ? modulesOnly(kindsOf(name.replaceAll('-', '_'))) : kindsOf(name);
  return known.inventory;
}

/** The kernel spells a module with low lines, its file often with hyphens; nothing else of C's has a hyphen. */
function modulesOnly(kinds: readonly EntityKind[]): readonly EntityKind[] {
  return kinds.filter((kind) => kind === 'module');
}

/** The kind of which most notes are certain, the first of `ENTITY_KINDS` among equals; absent where fewer than `MIN_NOTES` are. */
function kindOfNotes({ certainOf }: Known): EntityKind | undefined {
  let best: number = ENTITY_KINDS.length;
  let most = MIN_NOTES;
  for (let at = 0; at < certainOf.length; at += 3) {
    const number = certainOf[at] ?? 0;
    const count = certainOf[at + 1] ?? 0;
    if (count > most || (count === most && number < best)) {
      most = count;
      best = number;
    }
  }
  return best < ENTITY_KINDS.length ? ENTITY_KINDS[best] : undefined;
}

/** A call cannot tell a function from a macro of small letters; the inventory can. */
function settleCall(name: string, kind: EntityKind, known: Known, kindsOf: KindsOf): EntityKind {
  if (kind !== 'function') return kind;
  const own = KNOWN_NAMES.get(name);
  if (own?.kind === 'macro' || own?.kind === 'function') return own.kind;
  const kinds = inventoryOf(name, known, kindsOf);
  return kinds.includes('macro') && !kinds.includes('function') && !kinds.includes('syscall') ? 'macro' : kind;
}
