/**
 * Gives the field of the page of the search the focus, and loads the search with what is asked in the address or with the first sign of a
 * reader. `pastedLog` reads the log of an event that brings one.
 */
export function beginSearchPage(pastedLog: (event: Event) => string | undefined): void {
  const form = document.querySelector<HTMLFormElement>('main form.kn-field');
  if (form === null) return;
  const start = (pasted?: string) => void import('./search-page.ts').then((page) => page.startSearchPage(form, pasted));
  if (new URLSearchParams(location.search).has('q')) {
    start();
    return;
  }
  form.querySelector('input')?.focus();
  const types = ['input', 'paste', 'keydown', 'pointermove', 'pointerdown'];
  const begin = (event: Event) => {
    for (const type of types) removeEventListener(type, begin);
    start(pastedLog(event));
  };
  for (const type of types) addEventListener(type, begin);
}
