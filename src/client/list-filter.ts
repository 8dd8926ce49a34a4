import { findMatches } from './find-matches.ts';

/** Filters the rows or cards below it as one types; what has no match is hidden, and the count is announced. */
export class ListFilterElement extends HTMLElement {
  #wiring: AbortController | undefined;

  connectedCallback(): void {
    const input = this.querySelector('input');
    const output = this.querySelector('output');
    if (!input || !output) return;
    this.#wiring = new AbortController();
    const rows = [...this.querySelectorAll<HTMLElement>('.kn-card, tbody tr')];
    const texts = rows.map((row) => (row.textContent ?? '').toLowerCase());
    const groups = [...this.querySelectorAll<HTMLElement>('.kn-group')];
    const total = output.textContent ?? '';
    const apply = () => {
      const matches = findMatches(texts, input.value);
      rows.forEach((row, i) => {
        row.hidden = !matches.has(i);
      });
      for (const group of groups) group.hidden = !group.querySelector('.kn-card:not([hidden])');
      output.textContent = input.value.trim() === '' ? total : `${matches.size} of ${total}`;
    };
    input.addEventListener('input', apply, { signal: this.#wiring.signal });
    if (input.value) apply();
  }

  disconnectedCallback(): void {
    this.#wiring?.abort();
  }
}

customElements.define('kn-list-filter', ListFilterElement);
