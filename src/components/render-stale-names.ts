import { escapeHtml } from '../markdown/escape-html.ts';
import { RELEASES } from '../model/entity.ts';
import type { StaleRow } from '../model/page-views.ts';
import { groupSuccessors } from './group-successors.ts';
import { renderName } from './render-name.ts';
import { MOVED_BY_GUESS, STATE_WORDS, stateWord } from './wording.ts';

/** The table of stale names. */
export function renderStaleNames(rows: readonly StaleRow[]): string {
  const items = rows.map(
    (row) =>
      `<tr data-kind="${row.kind}" data-state="${row.mark}"><th scope="row">${renderName(row)}</th><td>${row.kind}</td>` +
      `<td>${statesOf(row)}</td><td>${insteadOf(row)}</td><td>${linksOf(row)}</td></tr>`,
  );
  return (
    `<table class="kn-rows" data-of="stale"><thead><tr><th scope="col">Name</th><th scope="col">Kind</th><th scope="col">State</th>` +
    `<th scope="col">Instead</th><th scope="col">Named in</th></tr></thead><tbody>${items.join('')}</tbody></table>`
  );
}

/** One word where the releases agree, else one for each. */
function statesOf({ status }: StaleRow): string {
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

function insteadOf({ status, suggestion, replacedBy, howToPort }: StaleRow): string {
  const names = groupSuccessors(replacedBy ?? []).map(
    ({ names: titles, how }) =>
      `${titles.map((title) => `<code>${escapeHtml(title)}</code>`).join(', ')}: ${escapeHtml(how)}`,
  );
  const moved = RELEASES.map((release) => status[release]).findLast(({ to }) => to !== undefined);
  return [
    suggestion === undefined ? '' : `probably <code>${escapeHtml(suggestion)}</code>`,
    moved?.to === undefined ? '' : `${moved.isGuess ? `${MOVED_BY_GUESS} ` : ''}<code>${escapeHtml(moved.to)}</code>`,
    ...names,
    escapeHtml(howToPort ?? ''),
  ]
    .filter(Boolean)
    .join('<br>');
}

function linksOf({ entries, isMentionedElsewhere }: StaleRow): string {
  const links = entries.map(({ title, url }) => `<a href="${escapeHtml(url)}">${escapeHtml(title)}</a>`);
  return links.join(', ') + (isMentionedElsewhere ? ' and elsewhere' : '');
}
