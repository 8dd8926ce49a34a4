import type { EntryKind } from '../model/entry.ts';
import type { EntryCard } from '../model/page-views.ts';

export interface CardGroup {
  readonly title: string;
  readonly id: string;
  readonly cards: readonly EntryCard[];
}

/** Errors under their components and questions under their states, groups in the order of their first member; one group for other kinds. */
export function groupCards(kind: EntryKind, cards: readonly EntryCard[]): readonly CardGroup[] {
  const groups = new Map<string, EntryCard[]>();
  for (const card of cards) {
    const title = titleOf(kind, card);
    const group = groups.get(title);
    if (group) group.push(card);
    else groups.set(title, [card]);
  }
  return [...groups].map(([title, members]) => ({
    title,
    id: `group-${title.replace(/[^a-z0-9]+/gi, '-')}`,
    cards: members,
  }));
}

function titleOf(kind: EntryKind, { component = 'other', state = 'open' }: EntryCard): string {
  if (kind === 'error') return component;
  return kind === 'question' ? state : '';
}
