/**
 * Waits until the field is used and only then loads the search: `/`, Ctrl-K, a click on the button, typing or pasting
 * open the dialog; the page of the search is in use from the start. Without this script the form leads to that page.
 */
const FIELDS = 'form.kn-field';
const base = document.documentElement.dataset.base ?? '/';

const loadDialog = () => import('./search-dialog.ts');

async function open(form: HTMLFormElement, pasted?: string): Promise<void> {
  const { openSearchDialog } = await loadDialog();
  await openSearchDialog(form, pasted);
}

if (location.pathname === `${base}search/`) {
  const form = document.querySelector<HTMLFormElement>(`main ${FIELDS}`);
  if (form !== null) void import('./search-page.ts').then(({ startSearchPage }) => startSearchPage(form));
} else {
  for (const form of document.querySelectorAll<HTMLFormElement>(FIELDS)) waitForUse(form);
}

if (location.pathname === `${base}explain/`)
  void import('./take-handed-log.ts').then(({ takeHandedLog }) => takeHandedLog());

function waitForUse(form: HTMLFormElement): void {
  const input = form.querySelector('input');
  if (input === null) return;
  input.addEventListener('focus', () => void loadDialog(), { once: true });
  input.addEventListener('input', () => void open(form));
  input.addEventListener('click', () => void open(form));
  input.addEventListener('paste', (event) => {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (text.trim().includes('\n')) void open(form, text);
  });
  form.querySelector('[data-search]')?.addEventListener('click', (event) => {
    if (input.value.trim() !== '') return;
    event.preventDefault();
    void open(form);
  });
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
  if (location.pathname !== `${base}search/`) void open(form);
});
