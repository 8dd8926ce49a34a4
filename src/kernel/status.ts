import type { EntityKind, StatusByRelease, Succession } from '../model/entity.ts';
import type { CuratedSuccession, OutsideNames } from './successions.ts';

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
}

export interface StatusVerdict {
  readonly status: StatusByRelease;
  /** Living name that was probably meant; only for a prose name that stands nowhere in any tree. */
  readonly suggestion?: string | undefined;
  readonly replacedBy?: readonly Succession[] | undefined;
}
