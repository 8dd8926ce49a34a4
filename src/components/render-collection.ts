import type { EntryKind } from '../model/entry.ts';
import type { EntryCard } from '../model/page-views.ts';
import { escapeHtml } from './escape-html.ts';
import { renderCards } from './render-cards.ts';

/** The list of one kind of entry: errors under their components, questions under their states, the others as one list. */
export function renderCollection(kind: EntryKind, cards: readonly EntryCard[]): string {
  if (kind === 'error') return renderGroups(cards, ({ component }) => component ?? 'other');
  if (kind === 'question') return renderGroups(cards, ({ state }) => state ?? 'open');
  return renderCards(cards, kind === 'chapter' ? 'kn-cards kn-path' : 'kn-cards');
}

/** Groups in the order in which their first member comes. */
function renderGroups(cards: readonly EntryCard[], groupOf: (card: EntryCard) => string): string {
  const groups = new Map<string, EntryCard[]>();
  for (const card of cards) {
    const group = groups.get(groupOf(card));
    if (group) group.push(card);
    else groups.set(groupOf(card), [card]);
  }
  return [...groups]
    .map(
      ([title, members]) =>
        `<section class="kn-group"><h2>${escapeHtml(title)} <span class="kn-figure">${members.length}</span></h2>${renderCards(members)}</section>`,
    )
    .join('');
}
