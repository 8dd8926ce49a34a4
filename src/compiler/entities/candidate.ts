import type { EntityKind } from '../../model/entity.ts';
import type { RuleId } from './rules.ts';

/**
 * How far a rule trusts itself. `certain` is taken whatever else is known; `likely` is taken unless the note says otherwise,
 * and other evidence may set its kind; `possible` is taken only when other evidence supports it.
 */
export type Strength = 'certain' | 'likely' | 'possible';

/** One place of one note where a rule saw a name. */
export interface Candidate {
  /** Index of the block in the note, from 0. */
  readonly block: number;
  /** Half-open range of UTF-16 units in the block's text. */
  readonly start: number;
  readonly end: number;
  /** The block's text between `start` and `end`. */
  readonly surface: string;
  /** Canonical: no parentheses, no `struct `, headers without `include/`, `CONFIG_X` for `CONFIG_X=y`, the field alone for `a->b`. */
  readonly name: string;
  /** What the rule takes it for; absent where the rule saw a name and could not tell what it names. */
  readonly kind?: EntityKind | undefined;
  readonly rule: RuleId;
  readonly strength: Strength;
  /** Tag of the structure of which a snippet shows the member to be, where it shows that. */
  readonly of?: string | undefined;
}
