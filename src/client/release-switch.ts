import { keep } from './keep.ts';

/** Turns "6.1 and 6.12" into a choice of one release or both; marks, counts and columns follow through `data-release` of `<html>`. */
export class ReleaseSwitchElement extends HTMLElement {
  #wiring: AbortController | undefined;

  connectedCallback(): void {
    const releases = (this.getAttribute('data-releases') ?? '').split(' ').filter(Boolean);
    if (releases.length < 2) return;
    this.#wiring = new AbortController();
    const { signal } = this.#wiring;
    const root = document.documentElement;
    const group = document.createElement('span');
    group.setAttribute('role', 'group');
    group.setAttribute('aria-label', 'Kernel release');
    const buttons = [...releases, 'both'].map((release) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = release;
      button.addEventListener(
        'click',
        () => {
          if (release === 'both') root.removeAttribute('data-release');
          else root.setAttribute('data-release', release);
          keep('release', root.getAttribute('data-release'));
          show();
        },
        { signal },
      );
      return button;
    });
    const show = () => {
      const chosen = root.getAttribute('data-release') ?? 'both';
      for (const button of buttons) button.setAttribute('aria-pressed', String(button.textContent === chosen));
    };
    group.append(...buttons);
    this.replaceChildren(group);
    show();
  }

  disconnectedCallback(): void {
    this.#wiring?.abort();
  }
}

customElements.define('kn-release-switch', ReleaseSwitchElement);
