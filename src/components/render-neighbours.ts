import { escapeHtml } from '../markdown/escape-html.ts';
import type { LinkView } from '../model/page-views.ts';

/** Links to the entries before and after; empty at a shelf of one. */
export function renderNeighbours(previous: LinkView | undefined, next: LinkView | undefined): string {
  if (!previous && !next) return '';
  const before = previous
    ? `<a rel="prev" href="${escapeHtml(previous.url)}"><span>Before</span> ${escapeHtml(previous.title)}</a>`
    : '';
  const after = next
    ? `<a rel="next" href="${escapeHtml(next.url)}"><span>Next</span> ${escapeHtml(next.title)}</a>`
    : '';
  return `<nav class="kn-neighbours" aria-label="Neighbours">${before}${after}</nav>`;
}
