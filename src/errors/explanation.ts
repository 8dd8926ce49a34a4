import type { CatalogueEntry, CatalogueSignature } from './catalogue.ts';
import type { Splat } from './splat.ts';

/** How sure the answer is: `exact`, the anchored signature; `similar`, most of its words in order, to be checked. */
export type MatchLevel = 'exact' | 'similar';

/** One place in the log. `line` and both columns count from 1; `endColumn` is the first one after it. */
export interface LogPlace {
  readonly line: number;
  readonly column: number;
  readonly endColumn: number;
  /** The line as pasted, shortened if it is very long. */
  readonly text: string;
}

export interface Occurrence extends LogPlace {
  /** What the holes caught, by name. */
  readonly captures: Readonly<Record<string, string>>;
}

/** A command with captured values filled in. */
export interface FilledCommand {
  readonly text: string;
  /** False when a hole is left, shown as its name in capitals. */
  readonly isComplete: boolean;
}

export interface FilledCause {
  readonly id: string;
  readonly title: string;
  readonly check?: string;
  readonly fix: string;
  readonly commands: readonly FilledCommand[];
}

/** One error that was found, however often. */
export interface Finding {
  readonly entry: CatalogueEntry;
  readonly level: MatchLevel;
  /** The spelling of the first occurrence, the first that is sure if one is; its releases say which kernels speak so. */
  readonly signature: CatalogueSignature;
  /** Why it matched, in words of the log. */
  readonly why: string;
  /** The first `MAX_OCCURRENCES`, in the order of the log. */
  readonly occurrences: readonly Occurrence[];
  readonly count: number;
  readonly causes: readonly FilledCause[];
  /** Lines that only follow from it, at most `MAX_OCCURRENCES`. */
  readonly consequences: readonly LogPlace[];
  readonly consequenceCount: number;
  /** Places in `splats` whose block holds the first occurrence. */
  readonly splat?: number;
}

/** A line that looks like trouble and that no signature fits: the names in it, and entries that speak of its words. */
export interface Unexplained extends LogPlace {
  readonly names: readonly string[];
  readonly entries: readonly CatalogueEntry[];
}

/** What a log says of the kernel that it comes from. */
export interface SpokenRelease {
  /** `6.1` */
  readonly release: string;
  /** `6.1.0-56-amd64` */
  readonly version: string;
  readonly line: number;
}

export interface Explanation {
  readonly lineCount: number;
  readonly spoken?: SpokenRelease;
  /** In the order of cause: errors as they stand in the log, then warnings, then what is harmless. */
  readonly findings: readonly Finding[];
  readonly splats: readonly Splat[];
  /** The first `MAX_UNEXPLAINED`, each kind of line once. */
  readonly unexplained: readonly Unexplained[];
}

export const MAX_OCCURRENCES = 50;
export const MAX_UNEXPLAINED = 100;
