/**
 * Admonitions of MkDocs, whose text is indented.
 *
 *     !!! warning "Hot"        →  a callout with the title `Hot`; likewise `???` and `???+`, which fold it
 *         Do not touch.
 *
 * Markdown takes the first paragraph for one with the mark, and the others for code. Here the text is parsed again as that of a list item,
 * in a copy in which every letter keeps its place.
 */
import type { Blockquote, Paragraph, Root, RootContent } from 'mdast';
import { makeCallout } from '../../markdown/remark/mark-blocks.ts';
import { readTitle } from '../../markdown/remark/read-title.ts';
import { parseMarkdownAt } from './parse-markdown.ts';

const RE_OPENING =
  /^(?:!!!|\?\?\?\+?)[ \t]+([a-z][\w-]{1,19})((?:[ \t]+[a-z][\w-]*)*)(?:[ \t]+"([^"\r\n]*)")?[ \t]*(?=[\r\n]|$)/;
/** As many are read in one note: each is parsed anew. Others stay as they were written. */
const MAX_CALLOUTS = 1000;
const RE_LINE = /[^\r\n]*(?:\r\n|\r|\n|$)/y;

/** Nests such admonitions at the top of a tree, in place; `text` is its source. */
export function takeIndentedCallouts(tree: Root, text: string): void {
  if (!/(?:^|[\r\n])(?:!!!|\?\?\?\+?) /.test(text)) return;
  const out: RootContent[] = [];
  let count = 0;
  for (let index = 0; index < tree.children.length; index++) {
    const node = tree.children[index];
    const made = node?.type === 'paragraph' && count < MAX_CALLOUTS ? readCallout(node, text) : undefined;
    if (node === undefined || made === undefined) {
      if (node !== undefined) out.push(node);
      continue;
    }
    out.push(made.quote);
    count += 1;
    let last = node.position?.end.offset ?? 0;
    for (let next = tree.children[index + 1]; next !== undefined; next = tree.children[index + 1]) {
      if ((next.position?.start.offset ?? 0) >= made.end) break;
      last = next.position?.end.offset ?? last;
      index += 1;
    }
    // A line that is not indented ends it, where Markdown goes on.
    if (last > made.end) out.push(...parseMarkdownAt(text.slice(made.end, last), made.end, made.endLine));
  }
  tree.children = out;
}

function readCallout(
  node: Paragraph,
  text: string,
): { readonly quote: Blockquote; readonly end: number; readonly endLine: number } | undefined {
  const start = node.position?.start.offset ?? 0;
  const line = node.position?.start.line ?? 1;
  const opening = node.position?.start.column === 1 ? RE_OPENING.exec(text.slice(start, start + 300)) : null;
  if (opening === null) return undefined;
  const [whole, kind = 'note', , title = ''] = opening;
  const body = bodyOf(text, start + whole.length);
  if (body === undefined) return undefined;
  // An item of a list must not begin with two blank lines, so a letter holds its place there, which is dropped again.
  const isApart = /^(?:\r\n|\r(?!\n)|\n)[^\S\r\n]*[\r\n]/.test(text.slice(start + whole.length, body.end));
  const mark = (isApart ? '-   x' : '-').padEnd(whole.length);
  const [list, ...others] = parseMarkdownAt(mark + text.slice(start + whole.length, body.end), start, line);
  const item =
    list?.type === 'list' && list.children.length === 1 && others.length === 0 ? list.children[0] : undefined;
  if (item === undefined) return undefined;
  const quote: Blockquote = {
    type: 'blockquote',
    children: isApart ? item.children.slice(1) : item.children,
    ...(node.position
      ? { position: { start: node.position.start, end: item.position?.end ?? node.position.end } }
      : {}),
  };
  const at = start + whole.lastIndexOf('"') - title.length;
  makeCallout(quote, kind, title === '' ? [] : readTitle(title, at, line), node);
  return { quote, end: body.end, endLine: line + body.endLine };
}

/** Where the indented lines behind `from`, the end of a line, end, and how many lines lie before; `undefined` where there are none. */
function bodyOf(text: string, from: number): { readonly end: number; readonly endLine: number } | undefined {
  RE_LINE.lastIndex = from;
  let at = from + (RE_LINE.exec(text)?.[0].length ?? 0);
  let end = from;
  let lines = 1;
  let endLine = 0;
  while (at < text.length) {
    RE_LINE.lastIndex = at;
    const written = RE_LINE.exec(text)?.[0] ?? '';
    if (written === '') break;
    const isBlank = written.trim() === '';
    if (!isBlank && !/^(?: {4}|\t)/.test(written)) break;
    at += written.length;
    lines += 1;
    if (!isBlank) {
      end = at;
      endLine = lines;
    }
  }
  return endLine === 0 ? undefined : { end, endLine };
}
