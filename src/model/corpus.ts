import type { EntityKind, StatusByRelease, Succession } from './entity.ts';

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
  /** How to do without a name that nothing replaces. */
  readonly howToPort?: string | undefined;
}

export type FileOutcome = 'rendered' | 'rendered-with-warnings' | 'plain' | 'skipped';

/** What became of one file of the sources. */
export interface FileReport {
  readonly root: string;
  readonly file: string;
  readonly outcome: FileOutcome;
  readonly reason?: string | undefined;
}
