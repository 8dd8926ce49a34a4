import overlayStyles from '../styles/overlays.css?url';
import { loadStyles } from './load-styles.ts';

const KEYS: readonly (readonly [string, string])[] = [
  ['/', 'search'],
  ['[', 'the page before'],
  [']', 'the next page'],
  ['t', 'paper or ink'],
  ['?', 'this list'],
];

/** Opens the list of keys; it is gone when it is closed. */
export async function showKeys(): Promise<void> {
  await loadStyles(overlayStyles);
  if (document.querySelector('.kn-keys')) return;
  const dialog = document.createElement('dialog');
  dialog.className = 'kn-keys';
  dialog.setAttribute('aria-label', 'Keys');
  const list = document.createElement('dl');
  for (const [key, meaning] of KEYS) {
    const term = document.createElement('dt');
    const sign = document.createElement('kbd');
    sign.textContent = key;
    term.append(sign);
    const description = document.createElement('dd');
    description.textContent = meaning;
    list.append(term, description);
  }
  const form = document.createElement('form');
  form.method = 'dialog';
  const button = document.createElement('button');
  button.textContent = 'Close';
  form.append(button);
  dialog.append(list, form);
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
