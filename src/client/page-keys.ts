/** `[` and `]` lead to the neighbours, `t` changes the theme, `?` lists the keys; none of them while one is writing. */
export function answerKey({ key, ctrlKey, metaKey, altKey, target }: KeyboardEvent): void {
  if (ctrlKey || metaKey || altKey) return;
  if (target instanceof HTMLElement && (target.isContentEditable || target.closest('input, textarea, select, dialog')))
    return;
  if (key === '[') document.querySelector<HTMLAnchorElement>('[rel="prev"]')?.click();
  else if (key === ']') document.querySelector<HTMLAnchorElement>('[rel="next"]')?.click();
  else if (key === 't') document.querySelector<HTMLButtonElement>('kn-theme-switch button')?.click();
  else if (key === '?') void import('./show-keys.ts').then((keys) => keys.showKeys());
}
