import { keep } from './keep.ts';

/** The choice of one release or both; marks, counts and columns follow through `data-release` of `<html>`. */
class ReleaseSwitchElement extends HTMLElement {
  #wiring: AbortController | undefined;

  connectedCallback(): void {
    this.#wiring = new AbortController();
    const root = document.documentElement;
    const buttons = [...this.querySelectorAll('button')];
    const show = () => {
      const chosen = root.getAttribute('data-release') ?? 'both';
      for (const button of buttons) button.setAttribute('aria-pressed', String(button.value === chosen));
    };
    const choose = (event: Event) => {
      if (!(event.target instanceof HTMLButtonElement)) return;
      const { value } = event.target;
      if (value === 'both') root.removeAttribute('data-release');
      else root.setAttribute('data-release', value);
      keep('release', root.getAttribute('data-release'));
      show();
    };
    this.addEventListener('click', choose, { signal: this.#wiring.signal });
    show();
  }

  disconnectedCallback(): void {
    this.#wiring?.abort();
  }
}

customElements.define('kn-release-switch', ReleaseSwitchElement);
