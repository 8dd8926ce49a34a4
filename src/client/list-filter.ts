import { readFields, writeFields } from './address-fields.ts';
import { findMatches } from './find-matches.ts';

/**
 * Filters the rows or cards below it by words and by its selects: a row is left when its `data-<by>`, taken apart at `|`, holds the choice.
 * The count is announced; words and choices stand in the address.
 */
class ListFilterElement extends HTMLElement {
  #wiring: AbortController | undefined;

  connectedCallback(): void {
    const input = this.querySelector('input');
    const output = this.querySelector('output');
    if (!input || !output) return;
    this.#wiring = new AbortController();
    const rows = [...this.querySelectorAll<HTMLElement>('.kn-card, tbody tr')];
    const texts = rows.map((row) => (row.textContent ?? '').toLowerCase());
    const groups = [...this.querySelectorAll<HTMLElement>('.kn-group')];
    const selects = [...this.querySelectorAll('select')];
    const total = output.textContent ?? '';
    const apply = () => {
      const matches = findMatches(texts, input.value);
      const chosen = selects.filter(({ value }) => value !== '');
      let count = 0;
      rows.forEach((row, i) => {
        row.hidden = !matches.has(i) || !chosen.every((select) => valuesOf(row, select).includes(select.value));
        if (!row.hidden) count++;
      });
      for (const group of groups) group.hidden = !group.querySelector('.kn-card:not([hidden])');
      output.textContent = input.value.trim() === '' && chosen.length === 0 ? total : `${count} of ${total}`;
    };
    const choose = () => {
      apply();
      writeFields([input, ...selects]);
    };
    this.addEventListener('input', choose, { signal: this.#wiring.signal });
    readFields([input, ...selects]);
    // What was typed or chosen before this script had come counts as well.
    if (input.value || selects.some(({ value }) => value !== '')) choose();
  }

  disconnectedCallback(): void {
    this.#wiring?.abort();
  }
}

function valuesOf(row: HTMLElement, select: HTMLSelectElement): readonly string[] {
  return (row.getAttribute(`data-${select.getAttribute('data-by')}`) ?? '').split('|');
}

customElements.define('kn-list-filter', ListFilterElement);
