import { findMatches } from './find-matches.ts';

/** Filters the rows or cards below it by words and, where it has selects, by `data-kind` and the like; the count is announced. */
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
        row.hidden =
          !matches.has(i) ||
          chosen.some((select) => row.getAttribute(`data-${select.getAttribute('data-by')}`) !== select.value);
        if (!row.hidden) count++;
      });
      for (const group of groups) group.hidden = !group.querySelector('.kn-card:not([hidden])');
      output.textContent = input.value.trim() === '' && chosen.length === 0 ? total : `${count} of ${total}`;
    };
    this.addEventListener('input', apply, { signal: this.#wiring.signal });
    if (input.value) apply();
  }

  disconnectedCallback(): void {
    this.#wiring?.abort();
  }
}

customElements.define('kn-list-filter', ListFilterElement);
