import { makeElement } from './make-element.ts';

const RE_INLINE = /`([^`]+)`|\*\*([^*]+)\*\*|\*([^*\s][^*]*)\*|\[([^\]]+)\]\((https:\/\/[^)\s]+)\)/g;

/** Nodes for one line of Markdown: code, strong, emphasis and links to https; everything else stays text. */
export function inlineMarkdown(text: string): (Node | string)[] {
  const nodes: (Node | string)[] = [];
  let done = 0;
  for (const match of text.matchAll(RE_INLINE)) {
    const [whole, code, strong, emphasis, label, url] = match;
    nodes.push(text.slice(done, match.index));
    if (code !== undefined) nodes.push(makeElement('code', {}, code));
    else if (strong !== undefined) nodes.push(makeElement('strong', {}, strong));
    else if (emphasis !== undefined) nodes.push(makeElement('em', {}, emphasis));
    else nodes.push(makeElement('a', { href: url }, label ?? ''));
    done = match.index + whole.length;
  }
  nodes.push(text.slice(done));
  return nodes.filter((node) => node !== '');
}
