import { escapeHtml } from '../markdown/escape-html.ts';
import type { EntryCard } from '../model/page-views.ts';
import { renderCards } from './render-cards.ts';

/** Entries under a heading of their own; empty without entries. */
export function renderPart(heading: string, cards: readonly EntryCard[]): string {
  return cards.length === 0
    ? ''
    : `<section class="kn-part"><h2>${escapeHtml(heading)}</h2>${renderCards(cards)}</section>`;
}
