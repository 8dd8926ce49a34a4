import { escapeHtml } from '../markdown/escape-html.ts';

/** The One field. `action` is the page of the search; without script the form leads there. `size` sets it large on pages that are about it. */
export function renderField(action: string, size: 'normal' | 'large' = 'normal'): string {
  return (
    `<search class="kn-search"${size === 'large' ? ' data-size="large"' : ''}><form class="kn-field" action="${escapeHtml(action)}">` +
    `<input type="search" name="q" aria-label="Search names, words or an error line" placeholder="A name, words, an error line…" ` +
    `autocomplete="off" autocapitalize="off" spellcheck="false">` +
    `<button type="submit" data-search><svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><circle cx="7" cy="7" r="4.5"/>` +
    `<path d="m10.5 10.5 4 4"/></svg><span class="kn-hidden">Search</span></button></form></search>`
  );
}
