/** On the page for what is not there: offers a search for the last part of the address. */
class MeantElement extends HTMLElement {
  connectedCallback(): void {
    const search = this.getAttribute('data-search');
    const last = location.pathname.split('/').filter(Boolean).at(-1);
    if (search === undefined || last === undefined) return;
    const words = readSegment(last);
    const link = document.createElement('a');
    link.href = `${search}?q=${encodeURIComponent(words)}`;
    link.textContent = words;
    const line = document.createElement('p');
    line.append('Search for ', link, '?');
    this.replaceChildren(line);
  }
}

/** A segment of an address as words: percent signs and our own escapes undone, endings of files dropped. */
function readSegment(segment: string): string {
  let text = segment;
  try {
    text = decodeURIComponent(segment);
  } catch {
    text = segment;
  }
  return text.replace(/\.(?:html?|md)$/, '').replaceAll('~2f', '/');
}

customElements.define('kn-meant', MeantElement);
