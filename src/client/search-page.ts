import { SearchPanelElement } from './search-panel.ts';

/** Turns the form of the page of the search into one that answers below itself; `?q=` is asked at once. */
export function startSearchPage(form: HTMLFormElement): void {
  const input = form.querySelector('input');
  if (input === null) return;
  const asked = new URLSearchParams(location.search).get('q');
  if (asked !== null) input.value = asked;
  const panel = new SearchPanelElement();
  form.after(panel);
  panel.attach(form, 'page');
  if (asked === null) input.focus();
}
