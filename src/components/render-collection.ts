import { escapeHtml } from '../markdown/escape-html.ts';
import type { EntryKind } from '../model/entry.ts';
import type { CardGroup } from './group-cards.ts';
import { renderCards } from './render-cards.ts';

/** The list of one kind of entry, under headings where it has groups. */
export function renderCollection(kind: EntryKind, groups: readonly CardGroup[]): string {
  const list = kind === 'chapter' ? 'path' : 'cards';
  return groups
    .map(({ title, id, cards }) =>
      title === ''
        ? renderCards(cards, list, true)
        : `<section class="kn-group" id="${id}"><h2>${escapeHtml(title)} <span class="kn-figure">${cards.length}</span></h2>${renderCards(cards, 'group', true)}</section>`,
    )
    .join('');
}

/** Links to the groups with how many each holds, for the rail; empty when there are fewer than three. */
export function renderGroupNav(groups: readonly CardGroup[]): string {
  if (groups.length < 3) return '';
  const items = groups.map(
    ({ title, id, cards }) =>
      `<li><a href="#${id}">${escapeHtml(title)} <span class="kn-figure">${cards.length}</span></a></li>`,
  );
  return `<ul class="kn-nav">${items.join('')}</ul>`;
}
