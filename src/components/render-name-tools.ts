import { ENTITY_KINDS } from '../model/entity.ts';
import type { NameMark, NameView } from '../model/page-views.ts';
import { countOf, MARK_WORDS } from './wording.ts';

const MARKS: readonly NameMark[] = ['gone', 'moved', 'slip', 'newer', 'unchecked'];

/** The tools above a table of names: words, kind, state, and how many are left. They work by script and are hidden without it. */
export function renderNameTools(rows: readonly Pick<NameView, 'kind' | 'mark'>[], total: number): string {
  const kinds = ENTITY_KINDS.filter((kind) => rows.some((row) => row.kind === kind)).map(
    (kind) => `<option>${kind}</option>`,
  );
  const marks = MARKS.filter((mark) => rows.some((row) => row.mark === mark)).map(
    (mark) => `<option value="${mark}">${MARK_WORDS[mark]}</option>`,
  );
  return (
    `<div class="kn-tools" data-when="script"><label>Filter <input type="search" autocomplete="off" spellcheck="false"></label>` +
    (kinds.length > 1
      ? `<label>Kind <select data-by="kind"><option value="">any</option>${kinds.join('')}</select></label>`
      : '') +
    (marks.length > 0
      ? `<label>State <select data-by="state"><option value="">any</option>${marks.join('')}</select></label>`
      : '') +
    `<output>${countOf(total, 'name')}</output></div>`
  );
}
