import { escapeHtml } from '../markdown/escape-html.ts';

interface Letter {
  readonly letter: string;
  readonly url: string;
  readonly count: number;
}

/**
 * The letters; `current` is shown as the page one is on. How many names begin with each is told only where none is current: a new name must
 * not change the pages of all letters.
 */
export function renderLetters(letters: readonly Letter[], current?: string): string {
  const items = letters.map(({ letter, url, count }) => {
    const figure = current === undefined ? ` <span class="kn-figure">${count}</span>` : '';
    return `<li><a href="${escapeHtml(url)}"${letter === current ? ' aria-current="page"' : ''}>${escapeHtml(letter)}${figure}</a></li>`;
  });
  return `<nav aria-label="Letters"><ul class="kn-letters">${items.join('')}</ul></nav>`;
}
