import type { NameMark, NameView } from '../model/page-views.ts';
import { renderName } from './render-name.ts';
import { MARK_WORDS } from './wording.ts';

const SHOWN: readonly NameMark[] = ['gone', 'moved', 'slip', 'newer'];

/** The names to look out for under what is the matter with them; empty when all is well. */
export function renderMarkedNames(names: readonly NameView[]): string {
  const groups = SHOWN.flatMap((mark) => {
    const marked = names.filter((name) => name.mark === mark);
    if (marked.length === 0) return [];
    const items = marked.map((name) => `<dd>${renderName(name)}</dd>`).join('');
    return [`<div><dt class="kn-mark" data-mark="${mark}">${MARK_WORDS[mark]}</dt>${items}</div>`];
  });
  return groups.length === 0 ? '' : `<dl class="kn-marked">${groups.join('')}</dl>`;
}
