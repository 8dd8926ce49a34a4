import { escapeHtml } from '../markdown/escape-html.ts';
import type { NavView } from '../model/page-views.ts';

/** The own section as a list of links. */
export function renderNav(nav: readonly NavView[]): string {
  const isFlat = nav.every(({ depth }) => depth === nav[0]?.depth);
  const items = nav.map(
    ({ title, url, isCurrent, depth }) =>
      `<li${depth && !isFlat ? ' data-depth="1"' : ''}><a href="${escapeHtml(url)}"${isCurrent ? ' aria-current="page"' : ''}>${escapeHtml(title)}</a></li>`,
  );
  return `<ul class="kn-nav">${items.join('')}</ul>`;
}
