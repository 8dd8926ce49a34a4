/**
 * Waits until the field is used and only then loads the search: `/`, Ctrl-K, a click on the button, typing or pasting
 * open the dialog. Without this script the form leads to the page of the search.
 */
const FIELDS = 'form.kn-field';
const base = document.documentElement.dataset.base ?? '/';

// Both at once: the dialog is the panel's frame.
const loadDialog = () => Promise.all([import('./search-dialog.ts'), import('./search-panel.ts')]);

async function open(form: HTMLFormElement, pasted?: string): Promise<void> {
  const [dialog] = await loadDialog();
  await dialog.openSearchDialog(form, pasted);
}

const isSearchPage = location.pathname === `${base}search/`;
if (isSearchPage) void import('./begin-search-page.ts').then((page) => page.beginSearchPage(pastedLog));
else for (const form of document.querySelectorAll<HTMLFormElement>(FIELDS)) waitForUse(form);

function waitForUse(form: HTMLFormElement): void {
  const input = form.querySelector('input');
  if (input === null) return;
  input.addEventListener('focus', () => void loadDialog(), { once: true });
  input.addEventListener('input', () => void open(form));
  input.addEventListener('click', () => void open(form));
  input.addEventListener('paste', (event) => {
    const log = pastedLog(event);
    if (log !== undefined) void open(form, log);
  });
  form.querySelector('[data-search]')?.addEventListener('click', (event) => {
    if (input.value.trim() !== '') return;
    event.preventDefault();
    void open(form);
  });
}

/** The text of several lines that was pasted, if one was. */
function pastedLog(event: Event): string | undefined {
  const text = event instanceof ClipboardEvent ? event.clipboardData?.getData('text/plain') : undefined;
  return text?.trim().includes('\n') ? text : undefined;
}

document.addEventListener('keydown', (event) => {
  const isSlash = event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey;
  const isCtrlK =
    event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
  if (!isSlash && !isCtrlK) return;
  const target = event.target instanceof HTMLElement ? event.target : undefined;
  if (isSlash && (target?.isContentEditable || target?.closest('input, textarea, select') !== null)) return;
  const form = document.querySelector<HTMLFormElement>(FIELDS);
  if (form === null) return;
  event.preventDefault();
  // What is typed until the dialog stands goes into the field, which moves into it.
  form.querySelector('input')?.focus();
  if (!isSearchPage) void open(form);
});
