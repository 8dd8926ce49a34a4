/**
 * What each release says of a name that notes mention.
 *
 * Order of questions: does the release define it; does a file of that name lie elsewhere; did an editor write down what
 * became of it; is it not the kernel's at all; may only a full index tell. What is left is absent. A foreign name must
 * never become a false alarm, so doubt ends in `outside` or `unchecked`.
 */
import type { EntityKind, EntityState, EntityStatus, Release, StatusByRelease, Succession } from '../model/entity.ts';
import { CODE_KINDS, RELEASES } from '../model/entity.ts';
import type { Inventory } from './inventory.ts';
import { kindsTakenFor, statusByRelease } from './inventory.ts';
import { isOfPlainWords, isOutside } from './outside.ts';
import { resolvePlace } from './resolve-place.ts';
import type { CuratedSuccession, OutsideNames } from './successions.ts';
import { suggestName } from './suggest-name.ts';

/** What an editor keeps about names beside the inventory: `successions.json` and `outside.json`. */
export interface KernelKnowledge {
  readonly successions: readonly CuratedSuccession[];
  readonly outside: OutsideNames;
}

/** A name as notes mention it. */
export interface NamedEntity {
  readonly name: string;
  readonly kind: EntityKind;
  /** Stands in running text at least once; only such names may be called slips. */
  readonly isInProse?: boolean | undefined;
  /** Defined by a sample of the same notes, hence not the kernel's to know. */
  readonly isDefinedInNotes?: boolean | undefined;
  /** Only looks like a name: nothing calls it, declares it or says what it is. */
  readonly isBare?: boolean | undefined;
}

export interface StatusVerdict {
  readonly status: StatusByRelease;
  /** Living name that was probably meant; only for a prose name that stands nowhere in any tree. */
  readonly suggestion?: string | undefined;
  readonly replacedBy?: readonly Succession[] | undefined;
  /** How to do without a name that nothing replaces. */
  readonly howToPort?: string | undefined;
}

/** Kinds that live as files and folders of the tree. */
const PLACE_KINDS: ReadonlySet<EntityKind> = new Set(['header', 'source', 'document']);
/** Kinds that user space owns or that no tree lists completely: unknown names of these are never called absent. */
const OPEN_KINDS: ReadonlySet<EntityKind> = new Set([
  'path',
  'object',
  'module',
  'build',
  'parameter',
  'section',
  'field',
  'variable',
]);

/** Kinds that are told of by whatever file of the tree. */
const KINDS_OF_ALL_FILES: ReadonlySet<EntityKind> = new Set(['parameter', 'path', 'build']);
/** Kinds that a build takes from samples, scripts and the initial file system too, but from no example or test of its own tools. */
const KINDS_OF_BUILDS: ReadonlySet<EntityKind> = new Set(['config', 'section']);
const RE_BESIDE_BUILD = /^(?:tools|Documentation\/kbuild|scripts\/kconfig\/tests)\//;
const KNOWN_STATES: ReadonlySet<EntityState> = new Set(['present', 'moved']);

/** What macros make of each system call: two tracepoints, and the functions that stand in stacks on x86. */
const RE_MADE_OF_SYSCALL = /^(?:sys_(?:enter|exit)|__(?:do|se|x64|ia32)_sys)_(\w+)$/;
/** Stands for any text in a path. */
const RE_HOLE = /[…*<>{}?$[\]]|\.\.\./;
/** Rather one thing or another than a folder: `arch/chip-set`. */
const RE_EITHER = /^[a-z]+\/[a-z]+(?:-[a-z]+)+$/;
/** Every folder of a build has one, a writer's own too. */
const RE_BUILD_FILE = /(?:^|\/)(?:Kconfig|Kbuild|Makefile)$/;
/** A part of a name for which a reader puts his own. */
const RE_PLACEHOLDER = /(?:^|_)(?:x{2,}|y{2,}|n{2,}|foo|bar|baz|blah)(?:_|$)/i;
/** Constants of single drivers stand only in a full index, not even as fingerprints. */
const RE_CONSTANT = /^_*[A-Z][A-Z0-9]*_[A-Z0-9_]*$/;
/** Neighbours looked at before a prefix counts as nobody's. */
const MAX_NEIGHBOURS = 40;
/** Unknown ones of these are the writer's or another project's. */
const OWNED_BY_WRITERS: ReadonlySet<EntityKind> = new Set(['module', 'build', 'object']);

/** The verdict of every release, a suggestion and successors where there are any. */
export function statusOf(entity: NamedEntity, inventory: Inventory, knowledge: KernelKnowledge): StatusVerdict {
  const { name, kind } = entity;
  if (entity.isDefinedInNotes && !inventory.has(name)) return { status: everywhere('outside') };
  const succession = successionOf(name, kind, knowledge);
  if (succession === undefined && isOneForAll(name, kind, inventory)) {
    const state = strangeState(entity, inventory, knowledge.outside);
    const suggestion = state === 'outside' ? undefined : suggestionFor(entity, inventory);
    return suggestion === undefined ? { status: everywhere(state) } : { status: everywhere('absent'), suggestion };
  }
  const found = statusByRelease((release) => statusIn(entity, succession, release, inventory, knowledge));
  // What one release has is the kernel's, so that another one lacks it, unless the notes have one of their own.
  const isOwned =
    entity.isDefinedInNotes !== true &&
    !OWNED_BY_WRITERS.has(kind) &&
    RELEASES.some((release) => KNOWN_STATES.has(found[release].state));
  const status = isOwned ? statusByRelease((release) => ownedStatus(found[release])) : found;
  const states = RELEASES.map((release) => status[release].state);
  const isGone = states.includes('absent');
  if (succession !== undefined) {
    const isLost = isGone || states.includes('moved');
    if (!isLost) return { status };
    if (succession.replacedBy.length === 0) return { status, howToPort: succession.how };
    return { status, replacedBy: succession.replacedBy.map((to) => ({ name: to, how: succession.how })) };
  }
  const isUnknown = isGone || states.every((state) => state === 'unchecked');
  const suggestion = isUnknown ? suggestionFor(entity, inventory) : undefined;
  if (suggestion === undefined) return { status };
  return { status: isGone ? status : everywhere('absent'), suggestion };
}

function ownedStatus(status: EntityStatus): EntityStatus {
  return status.state === 'outside' ? { state: 'absent' } : status;
}

function suggestionFor({ name, kind, isInProse, isBare }: NamedEntity, inventory: Inventory): string | undefined {
  return isInProse === true ? suggestName(name, kind, inventory, isBare === true) : undefined;
}

/** No table has the name, so that nothing that is known of it depends on the release. */
function isOneForAll(name: string, kind: EntityKind, inventory: Inventory): boolean {
  return (
    !PLACE_KINDS.has(kind) &&
    kind !== 'object' &&
    !inventory.has(canonicalName(name, kind)) &&
    !RE_MADE_OF_SYSCALL.test(name)
  );
}

function statusIn(
  entity: NamedEntity,
  succession: CuratedSuccession | undefined,
  release: Release,
  inventory: Inventory,
  { outside }: KernelKnowledge,
): EntityStatus {
  const { name, kind, isDefinedInNotes } = entity;
  if (kind === 'command' || kind === 'manpage') return { state: 'outside' };
  if (PLACE_KINDS.has(kind)) return placeStatus(name, kind, succession, release, inventory, outside);
  const call = RE_MADE_OF_SYSCALL.exec(name)?.[1];
  if (call !== undefined && inventory.has(call, 'syscall')) return inventory.statusIn(call, release, 'syscall');
  const known = inventory.statusIn(canonicalName(name, kind), release, kind);
  if (known.state === 'present') {
    const owner = succession === undefined ? ownerOf(name, kind, release, inventory) : 'kernel';
    const isAlive = succession === undefined ? owner === 'kernel' : isOffered(name, succession, release, inventory);
    if (isAlive) return known;
    if (owner !== 'kernel' && kind !== 'object' && !isOutside(name, kind, outside))
      return { state: owner === 'program' ? 'outside' : 'unchecked' };
  }
  if (kind === 'object') return objectStatus(name, release, inventory);
  if (isDefinedInNotes === true || isOutside(name, kind, outside)) return { state: 'outside' };
  if (succession !== undefined) return { state: 'absent' };
  return unknownStatus(entity, release, inventory, outside);
}

/** By list and name: thousands of names are asked for. */
const successionsByName = new WeakMap<
  readonly CuratedSuccession[],
  ReadonlyMap<string, readonly CuratedSuccession[]>
>();

/** What an editor wrote of the name under that kind. */
function successionOf(name: string, kind: EntityKind, { successions }: KernelKnowledge): CuratedSuccession | undefined {
  let byName = successionsByName.get(successions);
  if (byName === undefined) {
    const lists = new Map<string, CuratedSuccession[]>();
    for (const one of successions) lists.set(one.from, [...(lists.get(one.from) ?? []), one]);
    byName = lists;
    successionsByName.set(successions, byName);
  }
  return byName.get(name)?.find(({ kinds }) => kinds.includes(kind));
}

/** A name that this release does not define: absent, unless another release, another kind or a full index may know better. */
function unknownStatus(
  entity: NamedEntity,
  release: Release,
  inventory: Inventory,
  outside: OutsideNames,
): EntityStatus {
  const { name, kind } = entity;
  const record = inventory.lookup(canonicalName(name, kind));
  const wanted = kindsTakenFor(kind);
  const livesElsewhere = record?.kinds.some((one) => wanted.includes(one)) ?? false;
  // What looks like a parameter may be whatever else has the name.
  const isOtherThingHere =
    record?.facts[release] !== undefined && (!record.kinds.includes(kind) || kind === 'parameter');
  if (livesElsewhere && !isOtherThingHere) return { state: 'absent' };
  if (record?.facts[release] !== undefined && !OPEN_KINDS.has(kind)) return { state: 'unchecked' };
  return { state: undefinedState(entity, inventory, outside) };
}

/** What becomes of a name that no table has. */
function strangeState(entity: NamedEntity, inventory: Inventory, outside: OutsideNames): EntityState {
  const { name, kind, isDefinedInNotes } = entity;
  if (kind === 'command' || kind === 'manpage') return 'outside';
  if (isDefinedInNotes === true || isOutside(name, kind, outside)) return 'outside';
  return undefinedState(entity, inventory, outside);
}

function undefinedState({ name, kind, isBare }: NamedEntity, inventory: Inventory, outside: OutsideNames): EntityState {
  if (OPEN_KINDS.has(kind)) return OWNED_BY_WRITERS.has(kind) ? 'outside' : 'unchecked';
  if (kind === 'config' || kind === 'errno') return 'absent';
  if (inventory.coverage === 'shipped' && RE_CONSTANT.test(name)) return 'unchecked';
  // Names of these that nothing knows may be anybody's, unless they look like the kernel's.
  if (CODE_KINDS.has(kind) && isAnybodys(name, isBare === true, inventory, outside)) return 'unchecked';
  return inventory.isLeftOut(name) ? 'unchecked' : 'absent';
}

/**
 * A name that no table has and no editor wrote about may be a removed one, an example or another program's. It counts as removed where it
 * looks like the kernel's: living public names begin with the same parts. A bare word must stand in no tree besides, since what
 * stands there without being defined is a word of a message or a comment; one of few parts is
 * anybody's, and so is one of plain words alone.
 */
function isAnybodys(name: string, isBare: boolean, inventory: Inventory, outside: OutsideNames): boolean {
  const parts = name.replace(/^_+/, '').split('_');
  const [first = '', second = ''] = parts;
  if (parts.length < (isBare ? 3 : 2) || first.length < 2 || parts.at(-1) === '') return true;
  if (RE_PLACEHOLDER.test(name) || isOfPlainWords(name, outside)) return true;
  if (!isPublicPrefix(parts.length > 2 ? `${first}_${second}_` : `${first}_`, inventory)) return true;
  return isBare && inventory.wordOccurs(name);
}

/** Prefixes that were asked for, by inventory: made-up names of many notes share few. */
const PUBLIC_PREFIXES = new WeakMap<Inventory, Map<string, boolean>>();

/** Living public names begin so. */
function isPublicPrefix(prefix: string, inventory: Inventory): boolean {
  let known = PUBLIC_PREFIXES.get(inventory);
  if (known === undefined) {
    known = new Map();
    PUBLIC_PREFIXES.set(inventory, known);
  }
  let answer = known.get(prefix);
  if (answer === undefined) {
    answer = inventory.isPublicPrefix(prefix, MAX_NEIGHBOURS);
    known.set(prefix, answer);
  }
  return answer;
}

function placeStatus(
  name: string,
  kind: EntityKind,
  succession: CuratedSuccession | undefined,
  release: Release,
  inventory: Inventory,
  outside: OutsideNames,
): EntityStatus {
  if (RE_HOLE.test(name)) return { state: 'unchecked' };
  const place = resolvePlace(name, kind, release, inventory);
  if (place.state === 'present') return { state: 'present', file: place.file };
  const target = succession?.replacedBy.find((path) => inventory.findFile(path)?.releases.includes(release));
  if (target !== undefined) return { state: 'moved', to: target };
  if (isOutside(name, kind, outside)) return { state: 'outside' };
  if (place.state === 'moved') return { state: 'moved', to: place.file, isGuess: true };
  if (succession !== undefined) return { state: 'absent' };
  if (RE_BUILD_FILE.test(name) || RE_EITHER.test(name)) return { state: 'unchecked' };
  return { state: isTreePath(name, inventory) ? 'absent' : 'outside' };
}

/** An object file is present where its source is; otherwise it is the writer's own. */
function objectStatus(name: string, release: Release, inventory: Inventory): EntityStatus {
  if (!/\.(?:o|ko)$/.test(name)) return { state: 'outside' };
  const base = (name.split('/').at(-1) ?? name).replace(/\.k?o$/, '');
  const module = inventory.statusIn(base.replaceAll('-', '_'), release, 'module');
  if (module.state === 'present') return module;
  const sources = [`${base}.c`, `${base}.S`].flatMap((file) => inventory.filesNamed(file));
  const source = sources.find(({ path, releases }) => releases.includes(release) && !path.startsWith('tools/'));
  return source === undefined ? { state: 'outside' } : { state: 'present', file: source.path };
}

/** `true` when the path begins with a folder that the trees have, so that it claims to be the kernel's. */
function isTreePath(name: string, inventory: Inventory): boolean {
  const end = name.indexOf('/');
  if (end === -1) return false;
  const folder = name.slice(0, end + 1);
  return (
    inventory.findFile(folder) !== undefined ||
    inventory.findFile(`include/${folder}`) !== undefined ||
    folder === 'asm/'
  );
}

/** Whose the definitions are: the kernel's, those of programs and tests beside it, or declarations of another architecture at best. */
function ownerOf(
  name: string,
  kind: EntityKind,
  release: Release,
  inventory: Inventory,
): 'kernel' | 'program' | 'architecture' {
  let owner: 'program' | 'architecture' = 'program';
  for (const { file, reasons } of inventory.candidates(canonicalName(name, kind), release, kind)) {
    if (reasons.includes('not-kernel-code') && isOfProgram(file, kind)) continue;
    if (!(reasons.includes('other-architecture') && reasons.includes('declaration-only'))) return 'kernel';
    owner = 'architecture';
  }
  return owner;
}

function isOfProgram(file: string, kind: EntityKind): boolean {
  if (KINDS_OF_BUILDS.has(kind)) return RE_BESIDE_BUILD.test(file);
  return !KINDS_OF_ALL_FILES.has(kind) && !file.startsWith('rust/');
}

/** A name with successors counts as alive where other code can still use it under one of its kinds. */
function isOffered(name: string, { kinds }: CuratedSuccession, release: Release, inventory: Inventory): boolean {
  const facts = inventory.lookup(name)?.facts[release];
  if (facts === undefined) return false;
  if (facts.export !== undefined) return true;
  const own = facts.candidates.filter(({ kind }) => kinds.includes(kind));
  const isDeclared = own.some(({ reasons }) => reasons.includes('public-header'));
  return own.some(
    ({ reasons }) =>
      !reasons.includes('declaration-only') &&
      (reasons.includes('public-header') || (isDeclared && reasons.includes('core-file'))),
  );
}

/** Module names are kept with underscores, options with their prefix. */
function canonicalName(name: string, kind: EntityKind): string {
  if (kind === 'module') return name.replace(/\.ko$/, '').replaceAll('-', '_');
  if (kind === 'config' && !name.startsWith('CONFIG_')) return `CONFIG_${name}`;
  if (kind === 'errno') return name.replace(/^-/, '');
  if (kind === 'build') return name.replace(/=.*$/, '');
  return name;
}

/** One value for all names of a state. */
const EVERYWHERE = new Map<EntityState, StatusByRelease>();

function everywhere(state: EntityState): StatusByRelease {
  let status = EVERYWHERE.get(state);
  if (status === undefined) {
    status = statusByRelease(() => ({ state }));
    EVERYWHERE.set(state, status);
  }
  return status;
}
