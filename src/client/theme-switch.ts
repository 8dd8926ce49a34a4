import { keep } from './keep.ts';

/** Switches between paper and ink. A choice that equals the system's is forgotten, so that the page follows the system again. */
class ThemeSwitchElement extends HTMLElement {
  #wiring: AbortController | undefined;

  connectedCallback(): void {
    const button = this.querySelector('button');
    if (!button) return;
    this.#wiring = new AbortController();
    const { signal } = this.#wiring;
    const system = matchMedia('(prefers-color-scheme: dark)');
    const root = document.documentElement;
    const isDark = () =>
      root.getAttribute('data-theme') ? root.getAttribute('data-theme') === 'dark' : system.matches;
    const show = () => button.setAttribute('aria-pressed', String(isDark()));
    button.addEventListener(
      'click',
      () => {
        const wanted = isDark() ? 'light' : 'dark';
        if ((wanted === 'dark') === system.matches) root.removeAttribute('data-theme');
        else root.setAttribute('data-theme', wanted);
        keep('theme', root.getAttribute('data-theme'));
        show();
      },
      { signal },
    );
    system.addEventListener('change', show, { signal });
    button.hidden = false;
    show();
  }

  disconnectedCallback(): void {
    this.#wiring?.abort();
  }
}

customElements.define('kn-theme-switch', ThemeSwitchElement);
