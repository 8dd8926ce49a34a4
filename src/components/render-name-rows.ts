import { escapeHtml } from '../markdown/escape-html.ts';
import { RELEASES } from '../model/entity.ts';
import type { NameRow } from '../model/page-views.ts';
import { renderName } from './render-name.ts';
import { MARK_WORDS } from './wording.ts';

/** The rows of a table of names: name, kind, state by release, number of mentions. */
export function renderNameRows(rows: readonly NameRow[]): string {
  const isChecked = rows.some(({ mark }) => mark !== 'unchecked');
  return rows.map((row) => renderRow(row, isChecked)).join('');
}

function renderRow(row: NameRow, isChecked: boolean): string {
  const anchor = row.anchor === undefined ? '' : ` id="${escapeHtml(row.anchor)}"`;
  const places = row.entries
    .map(({ title, url }) => `<a href="${escapeHtml(url)}">${escapeHtml(title)}</a>`)
    .join(', ');
  const name =
    row.anchor === undefined ? renderName(row) : `<span class="n"${markOf(row)}>${escapeHtml(row.title)}</span>`;
  return (
    `<tr${anchor} data-kind="${row.kind}" data-state="${row.mark}"><th scope="row">${name}${places ? `<span class="kn-places">in ${places}</span>` : ''}</th>` +
    `<td>${row.kind}</td><td>${isChecked ? stateOf(row) : ''}</td><td class="kn-figure">${row.mentionCount}</td></tr>`
  );
}

function markOf({ mark }: NameRow): string {
  return mark === 'fine' || mark === 'unchecked' ? '' : ` data-mark="${mark}"`;
}

function stateOf({ mark, marks }: NameRow): string {
  if (!marks) return mark === 'fine' ? '' : `<span class="kn-mark" data-mark="${mark}">${MARK_WORDS[mark]}</span>`;
  const parts = RELEASES.filter((release) => marks[release] !== 'fine').map(
    (release) =>
      `<span class="kn-mark" data-mark="${marks[release]}">${MARK_WORDS[marks[release]]} in ${release}</span>`,
  );
  return parts.join(' ');
}
