import searchStyles from '../styles/search.css?url';
import { loadStyles } from './load-styles.ts';
import { makeElement } from './make-element.ts';
import { SearchPanelElement } from './search-panel.ts';

/**
 * The dialog borrows the field that was used: the form moves into it and returns when it is closed, so that no keystroke
 * is lost and there is one field at any time. A box of the same size keeps its place.
 */

interface OpenDialog {
  readonly dialog: HTMLDialogElement;
  readonly form: HTMLFormElement;
}

let current: OpenDialog | undefined;
let isOpening = false;
// Asked for with the code: they are there when the dialog opens.
void loadStyles(searchStyles);

/** Opens the dialog on `form`, once and with its styles; `pasted` is a log of several lines, which the field itself cannot hold. */
export async function openSearchDialog(form: HTMLFormElement, pasted?: string): Promise<void> {
  const input = form.querySelector('input');
  if (current !== undefined || isOpening || input === null) return;
  isOpening = true;
  await loadStyles(searchStyles);
  isOpening = false;
  const place = holdPlace(form);
  const panel = new SearchPanelElement();
  const close = makeElement(
    'button',
    { type: 'button', class: 'kn-search-close', 'aria-label': 'Esc: close the search' },
    'Esc',
  );
  const head = makeElement('div', { class: 'kn-search-head' });
  const dialog = makeElement('dialog', { class: 'kn-search-dialog', 'aria-label': 'Search' }, head, panel);
  document.body.append(dialog);
  dialog.showModal();
  const { selectionStart, selectionEnd } = input;
  head.append(form, close);
  input.focus();
  if (selectionStart !== null) input.setSelectionRange(selectionStart, selectionEnd);
  panel.attach(form, 'dialog', pasted);
  current = { dialog, form };
  close.addEventListener('click', () => dialog.close());
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });
  dialog.addEventListener('close', () => {
    current = undefined;
    panel.remove();
    place.replaceWith(form);
    dialog.remove();
  });
}

/** Leaves an empty box of the same size where the form stood. */
function holdPlace(form: HTMLFormElement): HTMLElement {
  const { width, height } = form.getBoundingClientRect();
  const place = makeElement('div', { class: form.className, 'aria-hidden': 'true' });
  place.style.inlineSize = `${width}px`;
  place.style.blockSize = `${height}px`;
  form.before(place);
  return place;
}
