import { escapeHtml } from '../markdown/escape-html.ts';
import { RELEASES } from '../model/entity.ts';
import type { EntityView, LinkView, NameMark, NameRow } from '../model/page-views.ts';
import { groupSuccessors } from './group-successors.ts';
import { renderName } from './render-name.ts';
import { MARK_WORDS, MOVED_BY_GUESS, STATE_WORDS, stateWord } from './wording.ts';

/** Places that a row links to. */
const MAX_PLACES = 4;
const WORST_FIRST: readonly NameMark[] = ['gone', 'slip', 'moved'];

/** Names to be looked out for, worst first and, among those, most mentioned first. */
export function listStaleNames(rows: readonly NameRow[]): readonly NameRow[] {
  const rank = new Map(WORST_FIRST.map((mark, i) => [mark, i]));
  return rows
    .filter(({ mark }) => rank.has(mark))
    .sort(
      (a, b) =>
        (rank.get(a.mark) ?? 0) - (rank.get(b.mark) ?? 0) || b.mentionCount - a.mentionCount || (a.id < b.id ? -1 : 1),
    );
}

/** Rows of the table of stale names; `viewOf` gives the page of a name where it has one. */
export function renderStaleNames(rows: readonly NameRow[], viewOf: (row: NameRow) => EntityView | undefined): string {
  const items = rows.map((row) => {
    const view = viewOf(row);
    const places = view ? view.mentions.map(({ entry }) => entry) : row.entries;
    return (
      `<tr data-kind="${row.kind}" data-state="${row.mark}"><th scope="row">${renderName(row)}</th><td>${row.kind}</td>` +
      `<td>${view ? statesOf(view) : MARK_WORDS[row.mark]}</td><td>${view ? insteadOf(view) : ''}</td><td>${linksOf(places)}</td></tr>`
    );
  });
  return (
    `<table class="kn-rows" data-of="stale"><thead><tr><th scope="col">Name</th><th scope="col">Kind</th><th scope="col">State</th>` +
    `<th scope="col">Instead</th><th scope="col">Named in</th></tr></thead><tbody>${items.join('')}</tbody></table>`
  );
}

/** One word where the releases agree, else one for each. */
function statesOf({ status }: EntityView): string {
  const states = RELEASES.map((release) => status[release].state);
  const [first] = states;
  const rows =
    first !== undefined && states.every((state) => state === first)
      ? [{ state: first, text: STATE_WORDS[first] }]
      : RELEASES.map((release) => ({
          state: status[release].state,
          text: `${stateWord(status, release)} in ${release}`,
        }));
  return rows.map(({ state, text }) => `<div class="kn-entity-state" data-state="${state}">${text}</div>`).join('');
}

function insteadOf({ entity, status }: EntityView): string {
  const names = groupSuccessors(entity.replacedBy ?? []).map(
    ({ names: titles, how }) =>
      `${titles.map((title) => `<code>${escapeHtml(title)}</code>`).join(', ')}: ${escapeHtml(how)}`,
  );
  const moved = RELEASES.map((release) => status[release]).findLast(({ to }) => to !== undefined);
  return [
    entity.suggestion === undefined ? '' : `probably <code>${escapeHtml(entity.suggestion)}</code>`,
    moved?.to === undefined ? '' : `${moved.isGuess ? `${MOVED_BY_GUESS} ` : ''}<code>${escapeHtml(moved.to)}</code>`,
    ...names,
  ]
    .filter(Boolean)
    .join('<br>');
}

function linksOf(places: readonly LinkView[]): string {
  const links = places
    .slice(0, MAX_PLACES)
    .map(({ title, url }) => `<a href="${escapeHtml(url)}">${escapeHtml(title)}</a>`);
  return links.join(', ') + (places.length > MAX_PLACES ? ' and elsewhere' : '');
}
