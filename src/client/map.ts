import { readFields, writeFields } from './address-fields.ts';
import { findMatches } from './find-matches.ts';
import { joinedWith } from './joined-with.ts';

/**
 * The map: what one points at, moves to by keyboard or looks for is shown with everything that it is joined with; the rest steps back.
 * What was looked for stands in the address as `q`.
 */
class MapElement extends HTMLElement {
  #wiring: AbortController | undefined;

  connectedCallback(): void {
    const drawing = this.querySelector('svg');
    const input = this.querySelector('input');
    const output = this.querySelector('output');
    if (!drawing || !input || !output) return;
    this.#wiring = new AbortController();
    const { signal } = this.#wiring;
    const nodes = [...drawing.querySelectorAll<SVGAElement>('[data-node]')];
    const texts = nodes.map((node) => (node.textContent ?? '').toLowerCase());
    const lines = [...drawing.querySelectorAll<SVGPathElement>('[data-of]')];
    const ends = lines.map((line) => (line.getAttribute('data-of') ?? '').split(' ').map(Number));
    const advice = output.textContent ?? '';
    let found: ReadonlySet<number> = new Set();

    const show = (chosen: ReadonlySet<number>) => {
      drawing.toggleAttribute('data-focused', chosen.size > 0);
      const lit = joinedWith(chosen, ends);
      nodes.forEach((node, i) => {
        if (chosen.has(i)) node.setAttribute('data-lit', 'self');
        else if (lit.has(i)) node.setAttribute('data-lit', '');
        else node.removeAttribute('data-lit');
      });
      for (const [i, line] of lines.entries())
        line.toggleAttribute('data-lit', ends[i]?.some((end) => chosen.has(end)) ?? false);
    };
    const look = () => {
      const query = input.value.trim();
      found = query === '' ? new Set() : findMatches(texts, query);
      output.textContent = query === '' ? advice : `${found.size} found`;
      show(found);
    };
    const point = ({ target }: Event) => {
      const node = target instanceof Element ? target.closest('[data-node]') : null;
      show(node ? new Set([Number(node.getAttribute('data-node'))]) : found);
    };
    for (const type of ['pointerover', 'focusin']) drawing.addEventListener(type, point, { signal });
    for (const type of ['pointerleave', 'focusout']) drawing.addEventListener(type, () => show(found), { signal });
    input.addEventListener(
      'input',
      () => {
        look();
        writeFields([input]);
      },
      { signal },
    );
    readFields([input]);
    if (input.value !== '') look();
  }

  disconnectedCallback(): void {
    this.#wiring?.abort();
  }
}

customElements.define('kn-map', MapElement);
