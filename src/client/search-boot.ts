/**
 * Waits until the field is used and only then loads the search: `/`, Ctrl-K, a click on the button, typing or pasting
 * open the dialog. The page of the search has the focus in its field, and begins with what is asked in its address or with the first
 * sign of a reader. Without this script the form leads to that page.
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
  if (form !== null) beginPage(form);
} else {
  for (const form of document.querySelectorAll<HTMLFormElement>(FIELDS)) waitForUse(form);
}

if (location.pathname === `${base}explain/`)
  void import('./take-handed-log.ts').then(({ takeHandedLog }) => takeHandedLog());

function beginPage(form: HTMLFormElement): void {
  const start = (pasted?: string) =>
    void import('./search-page.ts').then(({ startSearchPage }) => startSearchPage(form, pasted));
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
  if (location.pathname !== `${base}search/`) void open(form);
});
