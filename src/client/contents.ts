/** Marks in the contents the heading that one is reading. */
class ContentsElement extends HTMLElement {
  #observer: IntersectionObserver | undefined;

  connectedCallback(): void {
    const links = new Map<Element, HTMLAnchorElement>();
    for (const link of this.querySelectorAll('a')) {
      const target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
      if (target) links.set(target, link);
    }
    let current: HTMLAnchorElement | undefined;
    this.#observer = new IntersectionObserver(
      (entries) => {
        const seen = entries.find(({ isIntersecting }) => isIntersecting);
        const link = seen && links.get(seen.target);
        if (!link || link === current) return;
        current?.removeAttribute('aria-current');
        link.setAttribute('aria-current', 'true');
        current = link;
      },
      { rootMargin: '-10% 0px -75% 0px' },
    );
    for (const target of links.keys()) this.#observer.observe(target);
  }

  disconnectedCallback(): void {
    this.#observer?.disconnect();
  }
}

customElements.define('kn-contents', ContentsElement);
