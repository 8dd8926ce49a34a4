import type { NameMark, NameView } from '../model/page-views.ts';
import { renderName } from './render-name.ts';
import { countOf } from './wording.ts';

/** Names that are shown before the rest is folded away. */
const NAMES_SHOWN = 24;
const WORST_FIRST: readonly NameMark[] = ['slip', 'gone', 'moved', 'newer', 'fine', 'unchecked'];

/** The names of an entry for its rail, those to look out for first; a name that stands for two things is told by its kind; empty without names. */
export function renderNames(names: readonly NameView[]): string {
  const sorted = WORST_FIRST.flatMap((mark) => names.filter((name) => name.mark === mark));
  if (sorted.length === 0) return '';
  const kinds = new Map<string, number>();
  for (const { title } of sorted) kinds.set(title, (kinds.get(title) ?? 0) + 1);
  const items = sorted.map((name) => {
    const kind = (kinds.get(name.title) ?? 0) > 1 ? ` <span class="kn-quiet">${name.kind}</span>` : '';
    return `<li>${renderName(name)}${kind}</li>`;
  });
  const rest = items.slice(NAMES_SHOWN);
  const shown = `<ul class="kn-names">${items.slice(0, NAMES_SHOWN).join('')}</ul>`;
  if (rest.length === 0) return shown;
  return `${shown}<details class="kn-more"><summary>${countOf(rest.length, 'more name')}</summary><ul class="kn-names">${rest.join('')}</ul></details>`;
}
