/** Every kind of thing with a name that a note can mention, in the order in which lists show them. */
export const ENTITY_KINDS = [
  'function',
  'macro',
  'annotation',
  'struct',
  'union',
  'enum',
  'type',
  'variable',
  'field',
  'parameter',
  'config',
  'build',
  'errno',
  'header',
  'source',
  'document',
  'object',
  'path',
  'section',
  'module',
  'syscall',
  'command',
  'manpage',
] as const;

export type EntityKind = (typeof ENTITY_KINDS)[number];

/** Kinds of what C code declares under a name of its own; variables, fields and parameters may be named like anything. */
export const CODE_KINDS: ReadonlySet<EntityKind> = new Set([
  'function',
  'macro',
  'annotation',
  'struct',
  'union',
  'enum',
  'type',
]);

/** What a release says of a name. `outside`: not the kernel's to define; `unchecked`: nobody looked. */
export type EntityState = 'present' | 'moved' | 'absent' | 'outside' | 'unchecked';

/** What one kernel release says of one entity. `line` counts from 1; `file` and `to` are paths in the source tree. */
export interface EntityStatus {
  readonly state: EntityState;
  readonly file?: string | undefined;
  readonly line?: number | undefined;
  /** Where the name lives now; set exactly when `state` is `moved`. */
  readonly to?: string | undefined;
  /** `to` is guessed: a likely file of that name lies there, and nobody wrote down that it is the same. */
  readonly isGuess?: boolean | undefined;
  readonly export?: 'none' | 'all' | 'gpl' | undefined;
  readonly namespace?: string | undefined;
  readonly signature?: string | undefined;
}

/** The kernel releases that notes are checked against, oldest first. */
export const RELEASES = ['6.1', '6.12'] as const;
export type Release = (typeof RELEASES)[number];

/** Verdict of every release, keyed by release. */
export type StatusByRelease = Readonly<Record<Release, EntityStatus>>;

export interface Succession {
  /** Name that takes the place of the gone one. */
  readonly name: string;
  /** One sentence on how to port, in our own words. */
  readonly how: string;
}
