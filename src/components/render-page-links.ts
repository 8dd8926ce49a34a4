import { escapeHtml } from '../markdown/escape-html.ts';
import type { LinkView } from '../model/page-views.ts';

/**
 * The pages of a list, `page` (from 1) being the one that is shown; empty where there is only one. With `hasSteps` the ones
 * before and after it are named too.
 */
export function renderPageLinks(pages: readonly LinkView[], page: number, hasSteps = false): string {
  if (pages.length < 2) return '';
  const links = pages.map(
    ({ title, url }, i) =>
      `<a href="${escapeHtml(url)}"${i + 1 === page ? ' aria-current="page"' : ''}>${escapeHtml(title)}</a>`,
  );
  const [before, after] = hasSteps ? [pages[page - 2], pages[page]] : [];
  if (before !== undefined) links.unshift(`<a href="${escapeHtml(before.url)}" rel="prev">Previous</a>`);
  if (after !== undefined) links.push(`<a href="${escapeHtml(after.url)}" rel="next">Next</a>`);
  return `<nav class="kn-pages" aria-label="Pages">${links.join('')}</nav>`;
}
