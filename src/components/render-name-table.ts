import type { NameRow } from '../model/page-views.ts';
import { renderNameRows } from './render-name-rows.ts';

/** Names as a table with a head that stays in sight. */
export function renderNameTable(rows: readonly NameRow[]): string {
  return (
    `<table class="kn-rows" data-of="names"><thead><tr><th scope="col">Name</th><th scope="col">Kind</th><th scope="col">State</th>` +
    `<th scope="col" class="kn-figure">Mentions</th></tr></thead><tbody>${renderNameRows(rows)}</tbody></table>`
  );
}
