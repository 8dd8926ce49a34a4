/**
 * Code that generators of sites mark in ways of their own.
 *
 *     {% highlight c %} … {% endhighlight %}          Jekyll
 *     {{< highlight c "linenos=1" >}} … {{< /highlight >}}   Hugo
 *
 * Markdown takes it for prose and eats its underscores; here it becomes a code block again.
 */
import type { Code, Root, RootContent } from 'mdast';
import { parseMarkdownAt } from './parse-markdown.ts';

const RE_START = /^\{(?:%-?|\{[<%])\s*highlight\s+["']?([\w+#-]+)[^\r\n}]{0,120}?[%>]\}?\}[ \t]*(?:\r\n|\r|\n)?/;
const RE_END = /(?:\r\n|\r|\n)?[ \t]*\{(?:%-?\s*endhighlight\s*-?%|\{[<%]\s*\/\s*highlight\s*[%>]\})\}/g;

/** Replaces what stands between such marks at the top of a tree, in place; `text` is the source of the tree. */
export function takeShortcodes(tree: Root, text: string): void {
  if (!/\{(?:%-?|\{[<%])\s*highlight\s/.test(text)) return;
  for (let index = 0; index < tree.children.length; index++) {
    const start = tree.children[index]?.position?.start.offset;
    const opening = start === undefined ? null : RE_START.exec(text.slice(start, start + 200));
    if (start === undefined || opening === null) continue;
    const from = start + opening[0].length;
    RE_END.lastIndex = from;
    const closing = RE_END.exec(text);
    // Nor does any later one end.
    if (closing === null) return;
    const end = closing.index + closing[0].length;
    const value = text.slice(from, closing.index).replace(/\r\n?/g, '\n');
    const place = tree.children[index]?.position?.start ?? { line: 1, column: 1 };
    const position = { start: { ...place, offset: start }, end: { ...place, offset: end } };
    const code: Code = { type: 'code', lang: opening[1] ?? null, value, position };
    let upTo = index + 1;
    while (upTo < tree.children.length && (tree.children[upTo]?.position?.start.offset ?? 0) < end) upTo += 1;
    // The block that the closing mark stands in may go on behind it.
    const last = tree.children[upTo - 1]?.position?.end.offset ?? end;
    const rest: RootContent[] =
      last > end ? parseMarkdownAt(text.slice(end, last), end, place.line + count(text, start, end)) : [];
    tree.children.splice(index, upTo - index, code, ...rest);
  }
}

/** Line ends in a stretch of a text. */
function count(text: string, from: number, to: number): number {
  let lines = 0;
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) lines += 1;
  return lines;
}
