import { escapeHtml } from '../markdown/escape-html.ts';
import type { EntityView } from '../model/page-views.ts';
import { renderName } from './render-name.ts';

/** The rail of a name: what is named beside it, and places outside; empty when there is neither. */
export function renderEntityRail({ links = [], related }: EntityView): string {
  const near = related.map((name) => `<li>${renderName(name)}</li>`).join('');
  const out = links
    .map(
      ({ title, url, release }) =>
        `<li${release === undefined ? '' : ` data-of="${release}"`}><a href="${escapeHtml(url)}" rel="external">${escapeHtml(title)}</a></li>`,
    )
    .join('');
  return (
    (near && `<h2>Named beside it</h2><ul class="kn-names">${near}</ul>`) +
    (out && `<h2>Elsewhere</h2><ul class="kn-nav">${out}</ul>`)
  );
}
