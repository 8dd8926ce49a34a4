import { escapeHtml } from './escape-html.ts';

interface Letter {
  readonly letter: string;
  readonly url: string;
  readonly count: number;
}

/** The letters with how many names begin with each; `current` is shown as the page one is on. */
export function renderLetters(letters: readonly Letter[], current?: string): string {
  const items = letters.map(
    ({ letter, url, count }) =>
      `<li><a href="${escapeHtml(url)}"${letter === current ? ' aria-current="page"' : ''}>${escapeHtml(letter)} <span class="kn-figure">${count}</span></a></li>`,
  );
  return `<nav aria-label="Letters"><ul class="kn-letters">${items.join('')}</ul></nav>`;
}
