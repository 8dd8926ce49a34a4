import type { Diagnostic } from './diagnostic.ts';
import type { EntityKind, StatusByRelease, Succession } from './entity.ts';
import type { CodeSample, Entry, Relation } from './entry.ts';

/** Anything in the kernel world with a name that at least one note mentions. */
export interface Entity {
  /** The name, with `~kind` added only where two kinds share a name. */
  readonly id: string;
  /** Canonical: no parentheses, no `struct `, headers without `include/`, paths as written. */
  readonly name: string;
  readonly kind: EntityKind;
  readonly aliases: readonly string[];
  readonly mentionCount: number;
  /** Ids of the entries that mention it, in code-unit order. */
  readonly entries: readonly string[];
  /** `true` when it has a page of its own; otherwise it is an anchor on a list page. */
  readonly hasPage: boolean;
  readonly status: StatusByRelease;
  /** Living name that was probably meant. */
  readonly suggestion?: string | undefined;
  readonly replacedBy?: readonly Succession[] | undefined;
}

/** One place in a note where an entity is named. `line` and `column` count from 1, in Unicode characters of the file as read. */
export interface Mention {
  readonly entity: string;
  readonly entry: string;
  readonly line: number;
  readonly column: number;
  /** As it stands in the source, markers left out. */
  readonly surface: string;
  /** Fragment of the heading that it stands under; empty for the top of the page. */
  readonly anchor: string;
}

export type FileOutcome = 'rendered' | 'rendered-with-warnings' | 'plain' | 'skipped';

/** What became of one file of the sources. */
export interface FileReport {
  readonly root: string;
  readonly file: string;
  readonly outcome: FileOutcome;
  readonly reason?: string | undefined;
}

/** All entries, entities and relations of a build; every list is sorted by id, or by root and file, in code units. */
export interface Corpus {
  readonly entries: readonly Entry[];
  readonly entities: readonly Entity[];
  readonly samples: readonly CodeSample[];
  readonly relations: ReadonlyMap<string, readonly Relation[]>;
  readonly files: readonly FileReport[];
  readonly diagnostics: readonly Diagnostic[];
}
