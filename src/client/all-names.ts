import { readFields, writeFields } from './address-fields.ts';
import { findMatches } from './find-matches.ts';

/** What is used of one element of `data/entities.json`. */
interface NameRecord {
  readonly name: string;
  readonly kind: string;
  readonly url?: string;
  readonly mentionCount: number;
  readonly suggestion?: string;
  readonly status: Readonly<Record<string, { readonly state: string }>>;
}

const ROWS_SHOWN = 200;
const WORDS: Readonly<Record<string, string>> = {
  gone: 'gone',
  newer: 'newer',
  moved: 'moved',
  slip: 'misspelt?',
  unchecked: 'not checked',
};

/** Filters all names of the site, also those that are not in the table: their list is read when it is first needed. */
class AllNamesElement extends HTMLElement {
  #wiring: AbortController | undefined;
  #names: Promise<readonly NameRecord[]> | undefined;
  #latest = 0;

  connectedCallback(): void {
    const body = this.querySelector('tbody');
    const output = this.querySelector('output');
    const [first, ...selects] = this.querySelectorAll<HTMLInputElement | HTMLSelectElement>('input, select');
    if (!body || !output || !first) return;
    this.#wiring = new AbortController();
    const before = [...body.rows];
    const total = output.textContent ?? '';
    const apply = async () => {
      const latest = ++this.#latest;
      const wanted = new Map(selects.map((select) => [select.getAttribute('data-by'), select.value]));
      if (first.value.trim() === '' && [...wanted.values()].every((value) => value === '')) {
        body.replaceChildren(...before);
        output.textContent = total;
        return;
      }
      this.#names ??= this.#load();
      const names = await this.#names.catch((problem: unknown) => {
        console.error(problem);
        output.textContent = 'The list of names could not be read.';
        return undefined;
      });
      if (!names || latest !== this.#latest) return;
      const kind = wanted.get('kind') ?? '';
      const state = wanted.get('state') ?? '';
      const some = names.filter(
        (name) => (kind === '' || name.kind === kind) && (state === '' || markOf(name) === state),
      );
      const matches = [
        ...findMatches(
          some.map(({ name }) => name.toLowerCase()),
          first.value,
        ),
      ].flatMap((i) => some[i] ?? []);
      body.replaceChildren(...matches.slice(0, ROWS_SHOWN).map(makeRow));
      output.textContent = `${matches.length} of ${total}${matches.length > ROWS_SHOWN ? `, the first ${ROWS_SHOWN} shown` : ''}`;
    };
    const fields = [first, ...selects];
    this.addEventListener(
      'input',
      () => {
        writeFields(fields);
        void apply();
      },
      { signal: this.#wiring.signal },
    );
    readFields(fields);
    if (fields.some(({ value }) => value !== '')) void apply();
  }

  disconnectedCallback(): void {
    this.#wiring?.abort();
  }

  async #load(): Promise<readonly NameRecord[]> {
    const answer = await fetch(this.getAttribute('data-source') ?? '');
    if (!answer.ok) throw new Error(`data/entities.json: ${answer.status}`);
    const { entities } = (await answer.json()) as { readonly entities: readonly NameRecord[] };
    return entities;
  }
}

/** The worst that any release says of a name. */
function markOf({ status, suggestion }: NameRecord): string {
  if (suggestion !== undefined) return 'slip';
  const states = Object.values(status).map(({ state }) => state);
  if (states.includes('absent') || states.includes('moved')) {
    if (states.at(-1) === 'present') return 'newer';
    return states.includes('absent') ? 'gone' : 'moved';
  }
  return states.includes('unchecked') ? 'unchecked' : 'fine';
}

function makeRow(record: NameRecord): HTMLTableRowElement {
  const mark = markOf(record);
  const row = document.createElement('tr');
  const head = document.createElement('th');
  head.scope = 'row';
  const name = document.createElement(record.url === undefined ? 'span' : 'a');
  name.className = 'n';
  name.textContent = record.name;
  if (name instanceof HTMLAnchorElement && record.url !== undefined) name.href = record.url;
  if (mark !== 'fine' && mark !== 'unchecked') name.setAttribute('data-mark', mark);
  head.append(name);
  const [kind, state, count] = [record.kind, WORDS[mark] ?? '', String(record.mentionCount)].map((text) => {
    const cell = document.createElement('td');
    cell.textContent = text;
    return cell;
  });
  count?.classList.add('kn-figure');
  row.append(head, ...[kind, state, count].filter((cell) => cell !== undefined));
  return row;
}

customElements.define('kn-all-names', AllNamesElement);
