import { makeElement } from './make-element.ts';
import { type ResultRow, renderRow } from './search-rows.ts';

export interface ResultGroup {
  readonly title: string;
  readonly rows: readonly ResultRow[];
  /** What stands below the rows: how many more there are. */
  readonly more?: Node | undefined;
}

let lists = 0;

/**
 * The grid of results under a combobox: groups of rows with one cell each, of which one is the active one. The focus stays
 * in the field, which points at the active cell.
 */
export class ResultList {
  readonly element: HTMLElement;
  readonly #input: HTMLInputElement;
  readonly #id: string;
  #links: HTMLAnchorElement[] = [];
  #active = -1;

  constructor(input: HTMLInputElement) {
    lists += 1;
    this.#id = `kn-results-${lists}`;
    this.#input = input;
    this.element = makeElement('div', {
      class: 'kn-results',
      id: this.#id,
      role: 'grid',
      'aria-label': 'Results',
      hidden: true,
    });
    for (const [name, value] of [
      ['role', 'combobox'],
      ['aria-haspopup', 'grid'],
      ['aria-autocomplete', 'list'],
      ['aria-controls', this.#id],
      ['aria-expanded', 'false'],
    ] as const) {
      input.setAttribute(name, value);
    }
  }

  get count(): number {
    return this.#links.length;
  }

  /** The link that Enter follows: the active one, else the first. */
  get chosen(): HTMLAnchorElement | undefined {
    return this.#links[Math.max(0, this.#active)];
  }

  get isActive(): boolean {
    return this.#active >= 0;
  }

  /** Shows the groups that have rows; what was active stays so when it is still there. */
  show(groups: readonly ResultGroup[]): void {
    const kept = this.#active < 0 ? undefined : this.#links[this.#active]?.href;
    this.#links = [];
    const sections = groups
      .filter(({ rows }) => rows.length > 0)
      .map((group, index) => this.#renderGroup(group, index));
    this.element.replaceChildren(...sections);
    this.element.hidden = sections.length === 0;
    this.#input.setAttribute('aria-expanded', String(sections.length > 0));
    this.#activate(kept === undefined ? -1 : this.#links.findIndex((link) => link.href === kept));
  }

  /** Moves by rows and around at the ends; from the field, down leads to the first and up to the last. */
  move(step: 1 | -1): void {
    const { length } = this.#links;
    if (length === 0) return;
    const next = this.#active < 0 ? (step === 1 ? 0 : length - 1) : this.#active + step;
    this.#activate(next < 0 || next >= length ? -1 : next);
  }

  moveTo(end: 'first' | 'last'): void {
    if (this.#links.length > 0) this.#activate(end === 'first' ? 0 : this.#links.length - 1);
  }

  /** Undoes what the constructor did to the field. */
  release(): void {
    for (const name of [
      'role',
      'aria-haspopup',
      'aria-autocomplete',
      'aria-controls',
      'aria-expanded',
      'aria-activedescendant',
    ]) {
      this.#input.removeAttribute(name);
    }
  }

  #renderGroup(group: ResultGroup, index: number): HTMLElement {
    const label = `${this.#id}-g${index}`;
    const heading = makeElement('div', { role: 'columnheader', class: 'kn-result-group', id: label }, group.title);
    const rows = group.rows.map((row) => {
      const element = renderRow(row, `${this.#id}-${this.#links.length}`);
      const link = element.querySelector('a');
      if (link !== null) this.#links.push(link);
      return element;
    });
    const more =
      group.more === undefined
        ? []
        : [
            makeElement(
              'div',
              { role: 'row' },
              makeElement('div', { role: 'gridcell', class: 'kn-result-more' }, group.more),
            ),
          ];
    return makeElement(
      'div',
      { role: 'rowgroup', 'aria-labelledby': label },
      makeElement('div', { role: 'row' }, heading),
      ...rows,
      ...more,
    );
  }

  #activate(index: number): void {
    this.#links[this.#active]?.closest('[data-result]')?.removeAttribute('aria-selected');
    for (const selected of this.element.querySelectorAll('[aria-selected]')) selected.removeAttribute('aria-selected');
    this.#active = index;
    const row = this.#links[index]?.closest('[data-result]');
    const cell = row?.querySelector('[role="gridcell"]');
    if (row === null || row === undefined || !cell) {
      this.#input.removeAttribute('aria-activedescendant');
      return;
    }
    row.setAttribute('aria-selected', 'true');
    row.scrollIntoView({ block: 'nearest' });
    this.#input.setAttribute('aria-activedescendant', cell.id);
  }
}
