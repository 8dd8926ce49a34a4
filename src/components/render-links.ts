import { escapeHtml } from '../markdown/escape-html.ts';
import type { LedgerLink } from '../model/link-ledger.ts';
import type { LinkView } from '../model/page-views.ts';

/** The ledger of outside links as a table. `entryOf` gives the page of an entry by its id. */
export function renderLinks(links: readonly LedgerLink[], entryOf: (id: string) => LinkView): string {
  const rows = links.map(({ url, title, purpose, entries, state, archive }) => {
    const places = entries.map(entryOf).map((place) => anchor(place.url, place.title));
    return (
      `<tr><th scope="row">${anchor(url, title)}<br><code>${escapeHtml(hostOf(url))}</code></th>` +
      `<td>${escapeHtml(purpose)}</td><td>${places.join(', ')}</td>` +
      `<td>${state}${archive === undefined ? '' : `, perhaps gone: ${anchor(archive, 'archived copy')}`}</td></tr>`
    );
  });
  return (
    `<table class="kn-rows" data-of="links"><thead><tr><th scope="col">Link</th><th scope="col">What for</th>` +
    `<th scope="col">Subject of</th><th scope="col">State</th></tr></thead><tbody>${rows.join('')}</tbody></table>`
  );
}

function anchor(url: string, title: string): string {
  return `<a href="${escapeHtml(url)}">${escapeHtml(title)}</a>`;
}

function hostOf(url: string): string {
  return new URL(url).host.replace(/^www\./, '');
}
