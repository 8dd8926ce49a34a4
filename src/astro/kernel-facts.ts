import type { NameDescription } from '../kernel/describe-name.ts';
import type { EntityKind, EntityState, StatusByRelease, Succession } from '../model/entity.ts';
import { RELEASES } from '../model/entity.ts';
import type { MarkByRelease, NameMark } from '../model/page-views.ts';

/** What the inventory says of one name of the notes. */
export interface NameFacts {
  readonly status: StatusByRelease;
  readonly suggestion?: string | undefined;
  readonly replacedBy?: readonly Succession[] | undefined;
  /** How to do without a name that nothing replaces. */
  readonly howToPort?: string | undefined;
}

/** The inventory as the site asks it; made once a run. */
export interface KernelFacts {
  readonly packages: Readonly<Record<string, string>>;
  /** More of a name, for its page. */
  describe(name: string, kind: EntityKind): NameDescription;
  kindsOf(name: string): readonly EntityKind[];
  /** Names that are gone and whose work `name` does now, in code-unit order. */
  formerNamesOf(name: string): readonly string[];
  factsOf(
    name: string,
    kind: EntityKind,
    place: { readonly isInProse: boolean; readonly isDefinedInNotes: boolean; readonly isBare: boolean },
  ): NameFacts;
}

const UNCHECKED = Object.fromEntries(
  RELEASES.map((release) => [release, { state: 'unchecked' }]),
) as unknown as StatusByRelease;

/** Facts where there is no inventory: every name is unchecked. */
export const NO_KERNEL_FACTS: KernelFacts = {
  packages: {},
  describe: () => ({ releases: {} }),
  kindsOf: () => [],
  formerNamesOf: () => [],
  factsOf: () => ({ status: UNCHECKED }),
};

/** The mark of each release, and the worst of them. */
export function marksOf({ status, suggestion }: NameFacts): {
  readonly mark: NameMark;
  readonly marks?: MarkByRelease | undefined;
} {
  const newest = RELEASES.at(-1);
  const isAlive = newest !== undefined && status[newest].state === 'present';
  const single = RELEASES.map((release) => {
    const mark = markOf(status[release].state, suggestion);
    return isAlive && (mark === 'gone' || mark === 'moved') ? 'newer' : mark;
  });
  const order: readonly NameMark[] = ['slip', 'gone', 'moved', 'newer', 'unchecked', 'fine'];
  const mark = order.find((candidate) => single.includes(candidate)) ?? 'fine';
  const differ = new Set(single).size > 1;
  return {
    mark,
    marks: differ
      ? (Object.fromEntries(RELEASES.map((release, index) => [release, single[index]])) as unknown as MarkByRelease)
      : undefined,
  };
}

function markOf(state: EntityState, suggestion: string | undefined): NameMark {
  switch (state) {
    case 'present':
    case 'outside':
      return 'fine';
    case 'moved':
      return 'moved';
    case 'absent':
      return suggestion === undefined ? 'gone' : 'slip';
    case 'unchecked':
      return 'unchecked';
  }
}
