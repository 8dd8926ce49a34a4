import type { EntryHeading } from '../model/entry.ts';
import { escapeHtml } from './escape-html.ts';

const DEEPEST = 3;

/** The headings and run-in definitions of an entry as one flat list; empty when there are fewer than two. */
export function renderContents(headings: readonly EntryHeading[]): string {
  const shown = headings.filter(({ depth }) => depth <= DEEPEST);
  if (shown.length < 2) return '';
  const items = shown.map(
    ({ id, text, depth }) =>
      `<li data-depth="${depth}"><a href="#${escapeHtml(encodeURIComponent(id))}">${escapeHtml(text)}</a></li>`,
  );
  return `<ol class="kn-contents">${items.join('')}</ol>`;
}
