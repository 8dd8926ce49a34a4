import { escapeHtml } from '../markdown/escape-html.ts';
import type { EntryCard } from '../model/page-views.ts';
import { cardAttributes } from './render-list-tools.ts';
import { QUESTION_WORDS } from './wording.ts';

/** Entries as the lines of a list, ready for a filter. A `path` is a list of chapters with their numbers; a `group` says its component itself. `isFiltered` adds what selects look at. */
export function renderCards(
  cards: readonly EntryCard[],
  list: 'cards' | 'path' | 'group' = 'cards',
  isFiltered = false,
): string {
  return `<ul class="kn-cards" data-list="${list}">${cards.map((card) => renderCard(card, list, isFiltered)).join('')}</ul>`;
}

function renderCard(card: EntryCard, list: string, isFiltered: boolean): string {
  const { kind, number, severity, component, state, minutes } = card;
  const facts = [
    minutes === undefined ? '' : `<span>${minutes} min</span>`,
    kind === 'question' && state && list !== 'group'
      ? `<span class="kn-state" data-state="${state}">${QUESTION_WORDS[state]}</span>`
      : '',
    severity && severity !== 'error' ? `<span class="kn-state" data-severity="${severity}">${severity}</span>` : '',
    component && list !== 'group' ? `<span>${escapeHtml(component)}</span>` : '',
    ...card.tags.slice(0, 4).map((tag) => `<span>${escapeHtml(tag)}</span>`),
  ].join('');
  return (
    `<li class="kn-card" data-kind="${kind}"${isFiltered ? cardAttributes(card) : ''}>` +
    (list === 'path' && number !== undefined ? `<span class="kn-number">${number}</span>` : '') +
    `<a href="${escapeHtml(card.url)}">${escapeHtml(card.title)}</a>` +
    (facts ? ` <span class="kn-facts">${facts}</span>` : '') +
    (card.summary ? `<p>${escapeHtml(card.summary)}</p>` : '') +
    `</li>`
  );
}
