import searchStyles from '../styles/search.css?url';
import { loadStyles } from './load-styles.ts';
import { SearchPanelElement } from './search-panel.ts';

/**
 * Turns the form of the page of the search into one that answers below itself; `?q=`, what stands in the field by now or a pasted log is
 * asked at once. Shown when its styles are there.
 */
export async function startSearchPage(form: HTMLFormElement, pasted?: string): Promise<void> {
  const input = form.querySelector('input');
  if (input === null) return;
  const asked = new URLSearchParams(location.search).get('q');
  if (asked !== null) input.value = asked;
  await loadStyles(searchStyles);
  const panel = new SearchPanelElement();
  form.after(panel);
  panel.attach(form, 'page', pasted);
}
