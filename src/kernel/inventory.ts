/**
 * What is known of the names of the kernel, release by release.
 *
 * A *name record* holds every definition of a name (a *candidate*), best first. The order is a ranking with its
 * reasons, not a verdict: a name such as `dump_stack` has a function, a stub for another configuration and a copy
 * under tools/. Nothing here touches the file system; `read-inventory.ts` supplies the packed tables.
 */
import type { EntityKind, EntityStatus, Release, StatusByRelease } from '../model/entity.ts';
import { RELEASES } from '../model/entity.ts';
import type { RankReason } from '../model/name-in-release.ts';
import { type DocumentPart, findDocument } from './find-document.ts';

/** What a definition looks like where its kind alone does not say it. */
export const CANDIDATE_FORMS = ['plain', 'inline', 'static', 'enumerator', 'function-like', 'assembler'] as const;
export type CandidateForm = (typeof CANDIDATE_FORMS)[number];

/** One definition of a name in one release. */
export interface Candidate {
  readonly kind: EntityKind;
  readonly form: CandidateForm;
  /** Path in the source tree, such as `fs/char_dev.c`; generated headers stand as `include/generated/…`. */
  readonly file: string;
  /** Counts from 1; absent where only a full local index knows it. */
  readonly line?: number | undefined;
  /** Return type, name and parameters on one line; absent where only a full local index knows it. */
  readonly signature?: string | undefined;
  /** Tag of the struct or union of a field, of the enum of an enumerator; prompt of an option; module of a parameter. */
  readonly within?: string | undefined;
  readonly reasons: readonly RankReason[];
}

/** What one release says of a name: `candidates` best first, never empty. */
export interface ReleaseFacts {
  readonly candidates: readonly Candidate[];
  /** From Module.symvers where Debian builds the file, else from the source; absent when the name is not exported. */
  readonly export?: 'all' | 'gpl' | undefined;
  readonly namespace?: string | undefined;
  /** Module that exports the name, `vmlinux` for built-in code. */
  readonly exportedBy?: string | undefined;
}

export interface NameRecord {
  readonly name: string;
  /** Kinds in any release, in the order of `ENTITY_KINDS`. */
  readonly kinds: readonly EntityKind[];
  /** By label of the release. */
  readonly facts: Readonly<Partial<Record<string, ReleaseFacts>>>;
}

/** A file or folder of the trees with the releases that have it. Folders end in `/`. */
export interface FileRecord {
  readonly path: string;
  readonly releases: readonly string[];
}

/** Raw access to an inventory, wherever it is kept. */
export interface InventorySource {
  /** Labels, oldest first: those of `RELEASES` in what a clone carries, any one label in a local index. */
  readonly releases: readonly string[];
  /** What each release was read from: the version of Debian's source package, such as `6.1.192-2`, or that of the tree's makefile. */
  readonly packageVersions: Readonly<Record<string, string>>;
  /** `shipped`: signatures and lines of private functions are left out; `full`: nothing is. */
  readonly coverage: 'shipped' | 'full';
  findName(name: string): NameRecord | undefined;
  /** `true` when some release defines the name; keeps nothing, unlike `findName`. */
  hasName(name: string): boolean;
  /** Known names whose folded form (`foldName`) is at most `edits` apart from `folded`, in any order; the first letters must be the same, swapped or one too many. */
  namesNear(folded: string, edits: number): readonly string[];
  /** Whether many names have the part between two underscores, in capitals or not. */
  isCommonPart(part: string): boolean;
  findFile(path: string): FileRecord | undefined;
  /** Files and folders whose last path component is `baseName`, by path. */
  filesNamed(baseName: string): readonly FileRecord[];
  /** Whether the word stands anywhere in a tree, comments and strings included. May err towards `true` (1 in 8). */
  wordOccurs(word: string): boolean;
  /** Whether a word that is no known name stands in a tree though a public name is close to it, so that it is no slip of that. */
  isKnownWord(word: string): boolean;
  /** `true` for names that only a full local index places, such as a driver's private functions. May err (1 in 8). */
  isLeftOut(name: string): boolean;
  /** What the documents of a release print of the comments of a source file; `''` for what they declare themselves. */
  documentParts(file: string, release: string): readonly DocumentPart[];
  /** Every name that some release exports, in code-unit order; reads the whole table and keeps nothing. */
  exportedNames(): Iterable<NameRecord>;
  /** Whether one of the first `limit` names that begin with `prefix` is exported, or its best definition in a public header. */
  isPublicPrefix(prefix: string, limit: number): boolean;
  /** Known names that begin with `prefix`, in code-unit order, at most `limit`. */
  namesWithPrefix(prefix: string, limit: number): readonly string[];
}

/** Look-ups that the compiler and the pages build on. */
export interface Inventory extends InventorySource {
  /** Everything known of a name; with `kind`, `undefined` unless some release has it as that kind. */
  lookup(name: string, kind?: EntityKind): NameRecord | undefined;
  /** `true` when some release defines the name (as `kind`, if given). */
  has(name: string, kind?: EntityKind): boolean;
  /** Kinds that the name has in any release, empty when the kernel does not know it. */
  kindsOf(name: string): readonly EntityKind[];
  /** Definitions in one release, best first; with `kind`, those of the kind first, then those it may be taken for. */
  candidates(name: string, release: string, kind?: EntityKind): readonly Candidate[];
  /** `present` or `absent` in each release, by name alone; `statusOf` adds moved, outside and unchecked. */
  status(name: string, kind: EntityKind): StatusByRelease;
  /** The same in one release. */
  statusIn(name: string, release: string, kind: EntityKind): EntityStatus;
  /** Document of the release that has an anchor for the name. */
  documentOf(name: string, release: string): string | undefined;
}

/** Kinds that a writer may mean when the text says the first one: `printk()` is a macro, `mutex` a struct. */
const TAKEN_FOR: Readonly<Partial<Record<EntityKind, readonly EntityKind[]>>> = {
  function: ['function', 'macro', 'syscall', 'field', 'variable', 'type'],
  macro: ['macro', 'errno', 'annotation', 'function', 'variable', 'type'],
  annotation: ['macro', 'annotation'],
  struct: ['struct', 'union', 'type', 'enum'],
  union: ['union', 'struct', 'type'],
  enum: ['enum', 'type', 'struct'],
  type: ['type', 'struct', 'union', 'enum', 'macro'],
  variable: ['variable', 'macro', 'field', 'function', 'parameter', 'struct', 'type'],
  field: ['field', 'macro', 'function', 'variable'],
  parameter: ['parameter', 'variable', 'path'],
  errno: ['errno', 'macro'],
  syscall: ['syscall'],
};

const KINDS_WITH_EXPORTS: ReadonlySet<EntityKind> = new Set(['function', 'variable', 'syscall']);

/** Adds the derived look-ups to a source. Holds no state of its own. */
export function createInventory(source: InventorySource): Inventory {
  const lookup = (name: string, kind?: EntityKind): NameRecord | undefined => {
    const record = source.findName(name);
    if (record === undefined || kind === undefined) return record;
    return record.kinds.includes(kind) ? record : undefined;
  };
  const candidates = (name: string, release: string, kind?: EntityKind): readonly Candidate[] => {
    const all = source.findName(name)?.facts[release]?.candidates ?? [];
    return kind === undefined ? all : candidatesAs(all, kind);
  };
  return {
    ...bindSource(source),
    lookup,
    has: (name, kind) => lookup(name, kind) !== undefined,
    kindsOf: (name) => source.findName(name)?.kinds ?? [],
    candidates,
    documentOf: (name, release) =>
      findDocument(name, source.findName(name)?.facts[release], (file) => source.documentParts(file, release)),
    status: (name, kind) => statusByRelease((release) => statusIn(source.findName(name), release, kind)),
    statusIn: (name, release, kind) => statusIn(source.findName(name), release, kind),
  };
}

/** Kinds under which `kind` is looked up, the kind itself first. */
export function kindsTakenFor(kind: EntityKind): readonly EntityKind[] {
  return TAKEN_FOR[kind] ?? [kind];
}

/** A status for every release, made by one function. */
export function statusByRelease(statusFor: (release: Release) => EntityStatus): StatusByRelease {
  const statuses: Partial<Record<Release, EntityStatus>> = {};
  for (const release of RELEASES) statuses[release] = statusFor(release);
  return statuses as StatusByRelease;
}

/** `present` with the best candidate that the kind may be taken for, else `absent`. */
function statusIn(record: NameRecord | undefined, release: string, kind: EntityKind): EntityStatus {
  const facts = record?.facts[release];
  const best = facts === undefined ? undefined : bestAs(facts.candidates, kind);
  if (facts === undefined || best === undefined) return { state: 'absent' };
  return {
    state: 'present',
    file: best.file,
    ...(best.line === undefined ? {} : { line: best.line }),
    ...(best.signature === undefined ? {} : { signature: best.signature }),
    ...(KINDS_WITH_EXPORTS.has(best.kind) ? { export: exportOf(facts, best) } : {}),
    ...(facts.namespace === undefined ? {} : { namespace: facts.namespace }),
  };
}

/** Only what the build lists, or what the best definition's own file says: another architecture may export the name. */
function exportOf({ export: licence, exportedBy }: ReleaseFacts, best: Candidate): 'none' | 'all' | 'gpl' {
  const isExported = exportedBy !== undefined || best.reasons.includes('exported-here');
  return isExported ? (licence ?? 'none') : 'none';
}

function candidatesAs(all: readonly Candidate[], kind: EntityKind): readonly Candidate[] {
  return kindsTakenFor(kind).flatMap((wanted) => all.filter((candidate) => isTakenFor(candidate, wanted, kind)));
}

/** The first of `candidatesAs`. */
function bestAs(all: readonly Candidate[], kind: EntityKind): Candidate | undefined {
  for (const wanted of kindsTakenFor(kind)) {
    const best = all.find((candidate) => isTakenFor(candidate, wanted, kind));
    if (best !== undefined) return best;
  }
  return undefined;
}

/** Whether the candidate is of the kind `wanted`, one of those that `kind` may be taken for. */
function isTakenFor(candidate: Candidate, wanted: EntityKind, kind: EntityKind): boolean {
  return candidate.kind === wanted && (wanted === kind || wanted !== 'field' || isSharedField(candidate));
}

/** A member of a struct that more than one driver knows; others are no reading of a name that is not called a member. */
function isSharedField({ reasons }: Candidate): boolean {
  return reasons.includes('public-header') || reasons.includes('core-file');
}

function bindSource(source: InventorySource): InventorySource {
  return {
    releases: source.releases,
    packageVersions: source.packageVersions,
    coverage: source.coverage,
    findName: (name) => source.findName(name),
    hasName: (name) => source.hasName(name),
    namesNear: (folded, edits) => source.namesNear(folded, edits),
    isCommonPart: (part) => source.isCommonPart(part),
    findFile: (path) => source.findFile(path),
    filesNamed: (baseName) => source.filesNamed(baseName),
    wordOccurs: (word) => source.wordOccurs(word),
    isKnownWord: (word) => source.isKnownWord(word),
    isLeftOut: (name) => source.isLeftOut(name),
    documentParts: (file, release) => source.documentParts(file, release),
    isPublicPrefix: (prefix, limit) => source.isPublicPrefix(prefix, limit),
    exportedNames: () => source.exportedNames(),
    namesWithPrefix: (prefix, limit) => source.namesWithPrefix(prefix, limit),
  };
}
