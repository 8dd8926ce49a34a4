import { escapeHtml } from '../markdown/escape-html.ts';
import type { EntryHeading } from '../model/entry.ts';

const DEEPEST = 3;

export type ContentsItem = Pick<EntryHeading, 'depth' | 'id' | 'text'>;

/** Places on a page as one flat list, no deeper than h3; empty when there are fewer than two. */
export function renderContents(places: readonly ContentsItem[]): string {
  const shown = places.filter(({ depth }) => depth <= DEEPEST);
  if (shown.length < 2) return '';
  const top = Math.min(...shown.map(({ depth }) => depth));
  const items = shown.map(
    ({ id, text, depth }) =>
      `<li data-depth="${depth - top + 2}"><a href="#${escapeHtml(encodeURIComponent(id))}">${escapeHtml(text)}</a></li>`,
  );
  return `<ol class="kn-contents">${items.join('')}</ol>`;
}
