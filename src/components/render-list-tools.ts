import { escapeHtml } from '../markdown/escape-html.ts';
import type { EntryCard } from '../model/page-views.ts';

/** Tags that are offered: those that most cards have. */
const MOST_TAGS = 40;

/** What one can filter a list of entries by: how it is called, and what of a card it looks at. */
const FIELDS: readonly {
  readonly by: string;
  readonly label: string;
  readonly valuesOf: (card: EntryCard) => readonly string[];
}[] = [
  { by: 'severity', label: 'Severity', valuesOf: ({ severity }) => (severity === undefined ? [] : [severity]) },
  { by: 'component', label: 'Part', valuesOf: ({ component }) => (component === undefined ? [] : [component]) },
  { by: 'state', label: 'State', valuesOf: ({ state }) => (state === undefined ? [] : [state]) },
  { by: 'tag', label: 'Tag', valuesOf: ({ tags }) => tags },
];

/** The selects above a list of entries: one for each property in which its cards differ. They work by script. */
export function renderListTools(cards: readonly EntryCard[]): string {
  return FIELDS.map(({ by, label, valuesOf }) => {
    const counts = new Map<string, number>();
    for (const value of cards.flatMap(valuesOf)) counts.set(value, (counts.get(value) ?? 0) + 1);
    const shown = [...counts]
      .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
      .slice(0, MOST_TAGS)
      .map(([value]) => value)
      .sort();
    if (shown.length < 2) return '';
    const options = shown.map((value) => `<option>${escapeHtml(value)}</option>`);
    return `<label>${label} <select data-by="${by}"><option value="">any</option>${options.join('')}</select></label>`;
  }).join('');
}

/** The attributes of a card that those selects look at, with a blank before each. */
export function cardAttributes(card: EntryCard): string {
  return FIELDS.map(({ by, valuesOf }) => {
    const values = valuesOf(card);
    return values.length === 0 ? '' : ` data-${by}="${escapeHtml(values.join('|'))}"`;
  }).join('');
}
