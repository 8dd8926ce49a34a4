/**
 * Admonitions between colons, as Docusaurus, VitePress and others write them, become callouts.
 *
 *     :::warning Hot          →  <aside class="kn-callout" data-callout="warning"> with the title `Hot`
 *     Do not touch.
 *     :::
 */
import type { Blockquote, Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import { makeCallout, splitAtBreak } from './mark-blocks.ts';
import { cutText } from './source-offsets.ts';

const RE_OPENING = /^:{3,}[ \t]*([a-z][a-z-]{2,19})\b[ \t]*\[?/;
const RE_CLOSING = /(?:^|\n):{3,}[ \t]*$/;

/** Nests the blocks between the marks at the top of a tree, in place; marks that never close stay text. */
export function nestAdmonitions(tree: Root): void {
  for (let index = 0; index < tree.children.length; index++) {
    const first = tree.children[index];
    const text = first?.type === 'paragraph' ? first.children[0] : undefined;
    const opening = text?.type === 'text' ? RE_OPENING.exec(text.value) : null;
    if (first?.type !== 'paragraph' || text?.type !== 'text' || opening === null) continue;
    let end = index;
    while (end < tree.children.length && !isClosing(tree.children[end])) end += 1;
    // Nor is any later one closed.
    if (end === tree.children.length) return;
    const [title, rest] = splitAtBreak([
      cutText(text, opening[0].length, text.value.length),
      ...first.children.slice(1),
    ]);
    const blocks: RootContent[] = [{ ...first, children: [...rest] }, ...tree.children.slice(index + 1, end + 1)];
    const last = lastParagraph(blocks.at(-1));
    if (last !== undefined) last.children = withoutClosing(last.children);
    const body = blocks.filter((node) => node.type !== 'paragraph' || node.children.length > 0);
    const quote: Blockquote = {
      type: 'blockquote',
      children: body as Blockquote['children'],
      ...(first.position ? { position: first.position } : {}),
    };
    makeCallout(quote, opening[1] ?? 'note', withoutBracket(title), first);
    tree.children.splice(index, end - index + 1, quote);
  }
}

/** The paragraph that a block ends with: a closing mark without a blank line before it is taken into a list. */
export function lastParagraph(node: RootContent | undefined): Paragraph | undefined {
  let last: RootContent | undefined = node;
  for (let depth = 0; depth < 8; depth++) {
    if (last?.type === 'paragraph') return last;
    if (last?.type !== 'list' && last?.type !== 'listItem') return undefined;
    last = last.children.at(-1);
  }
  return undefined;
}

function isClosing(node: RootContent | undefined): boolean {
  const last = lastParagraph(node)?.children.at(-1);
  return last?.type === 'text' && RE_CLOSING.test(last.value);
}

function withoutClosing(children: Paragraph['children']): PhrasingContent[] {
  const last = children.at(-1);
  const at = last?.type === 'text' ? last.value.search(RE_CLOSING) : -1;
  if (last?.type !== 'text' || at < 0) return children;
  return at === 0 ? children.slice(0, -1) : [...children.slice(0, -1), cutText(last, 0, at)];
}

/** A title in brackets loses the closing one; the opening one went with the mark. */
function withoutBracket(title: readonly PhrasingContent[]): readonly PhrasingContent[] {
  const last = title.at(-1);
  if (last?.type !== 'text' || !/\][ \t]*$/.test(last.value) || last.value.includes('[')) return title;
  return [...title.slice(0, -1), cutText(last, 0, last.value.lastIndexOf(']'))];
}
