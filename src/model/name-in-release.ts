import type { EntityKind } from './entity.ts';

/** Why a candidate stands where it does in the ranking; the first five raise it, the others lower it. */
export const RANK_REASONS = [
  'exported-here',
  'public-header',
  'documented',
  'core-file',
  'syscall',
  'other-configuration',
  'stub',
  'private-file',
  'other-architecture',
  'not-kernel-code',
  'declaration-only',
  'made-by-macro',
] as const;
export type RankReason = (typeof RANK_REASONS)[number];

/** One place that defines a name, with why it stands where it does in the ranking. */
export interface Definition {
  readonly kind: EntityKind;
  readonly file: string;
  readonly line?: number | undefined;
  readonly within?: string | undefined;
  readonly reasons: readonly RankReason[];
}

/** What a release knows of a name beyond its status. */
export interface NameInRelease {
  /** Best first, at most five. */
  readonly definitions: readonly Definition[];
  /** Definitions that are not listed. */
  readonly more: number;
  /** Header that a user of the name includes, such as `linux/slab.h`. */
  readonly header?: string | undefined;
  /** Page of the kernel's own documentation that has an anchor for the name. */
  readonly documentUrl?: string | undefined;
}
