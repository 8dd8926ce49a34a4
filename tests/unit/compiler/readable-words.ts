import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

interface AnyNode {
  readonly type: string;
  readonly value?: string;
  readonly alt?: string | null;
  readonly children?: readonly AnyNode[];
}

/** What a wiki link with a label does not show. */
const RE_HIDDEN_PAGE = /\[\[[^[\]\n|]*\|(?=[^[\]\n]*\S[^[\]\n]*\]\])/g;
/** The marks of callouts, which give their kind, those of figures and of a table of contents. */
const RE_CALLOUT =
  /\[![\w-]+\]|:::[ \t]*[a-z]+|\{\{% \/?notice(?: tip)? %\}\}|\{% (?:end)?hint(?: style="info")? %\}|(?:!!!|\?\?\?) [a-z]+|\{\{<\s*figure src="a\.png"|(?:caption|title)=(?=")|\[TOC\]/g;
const RE_WORD = /[\p{L}\p{N}]+/gu;

/** Words that a reader of `markdown` sees, in lower case and in the order of the text, by a plain parse that shares nothing with the compiler. */
export function readableWords(markdown: string): readonly string[] {
  const texts: string[] = [];
  collect(unified().use(remarkParse).use(remarkGfm, { singleTilde: false }).parse(markdown) as AnyNode, texts);
  return texts.join('\n').toLowerCase().match(RE_WORD) ?? [];
}

/** Text of finished HTML: without tags, references read. */
export function textOfHtml(html: string): string {
  const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', nbsp: '\u00a0' };
  return html
    .replace(/<img[^>]* alt="([^"]*)"[^>]*>/g, ' $1 ')
    .replace(
      /<\/?(?:p|li|ul|ol|h\d|td|th|tr|pre|figure|figcaption|blockquote|div|br|hr|details|summary|section|aside)\b[^>]*>/g,
      ' ',
    )
    .replace(/<[a-z/][^>]*>/g, '')
    .replace(/&(?:#x([\dA-Fa-f]+)|#(\d+)|(\w+));/g, (whole, hex?: string, decimal?: string, name?: string) =>
      hex !== undefined
        ? String.fromCodePoint(Number.parseInt(hex, 16))
        : decimal !== undefined
          ? String.fromCodePoint(Number(decimal))
          : (named[name ?? ''] ?? whole),
    );
}

/** Words of `wanted` that `text` does not hold, or holds less often; words may touch others in `text`. */
export function missingWords(wanted: readonly string[], text: string): readonly string[] {
  const letters = (text.toLowerCase().match(RE_WORD) ?? []).join('');
  const missing = new Set(wanted.filter((word) => !letters.includes(word)));
  const counts = new Map<string, number>();
  for (const letter of letters) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  for (const word of wanted) {
    for (const letter of word) {
      const left = (counts.get(letter) ?? 0) - 1;
      counts.set(letter, left);
      if (left < 0) missing.add(word);
    }
  }
  return [...missing];
}

function collect(node: AnyNode, texts: string[]): void {
  const afterCode =
    node.type === 'code' ? /(?:^|\n|\r(?!\n))[ \t]*(?:\r?\n|\r(?!\n))(?=#{2,6} \S)/.exec(node.value ?? '') : null;
  // A fence that never closes ends before the next heading.
  if (afterCode !== null)
    texts.push(
      (node.value ?? '').slice(0, afterCode.index),
      ...readableWords((node.value ?? '').slice(afterCode.index)),
    );
  else if (node.type === 'html') texts.push(wordsOfRawHtml(node.value ?? '').replace(RE_HIDDEN_PAGE, '[['));
  else if (node.value !== undefined)
    texts.push(node.type === 'text' ? node.value.replace(RE_HIDDEN_PAGE, '[[').replace(RE_CALLOUT, '') : node.value);
  if (node.alt) texts.push(node.alt);
  const isBlock = /^(?:paragraph|heading|tableCell|listItem|blockquote)$/.test(node.type);
  let hiddenBy: string | undefined;
  for (const [index, child] of (node.children ?? []).entries()) {
    const closes = (name: string) => (other: AnyNode) =>
      other.type === 'html' && other.value?.startsWith(`</${name}`) === true;
    const name = /^<(script|style)\b/.exec(child.type === 'html' ? (child.value ?? '') : '')?.[1];
    if (name !== undefined && node.children?.slice(index + 1).some(closes(name))) hiddenBy ??= name;
    if (hiddenBy === undefined) collect(child, texts);
    else if (closes(hiddenBy)(child)) hiddenBy = undefined;
  }
  if (isBlock) texts.push('');
}

/** Comments, scripts and styles are not read; of everything else the text between the tags. */
function wordsOfRawHtml(html: string): string {
  const opening = /^<(script|style|textarea|!--)/i.exec(html)?.[1]?.toLowerCase();
  // What never closes ends with its first line.
  if (opening !== undefined && !html.toLowerCase().includes(opening === '!--' ? '-->' : `</${opening}`)) {
    return readableWords(html.slice(/[\r\n]|$/.exec(html)?.index)).join(' ');
  }
  if (/<!--|<script|<style/i.test(html) && !/-->|<\/script|<\/style/i.test(html)) return '';
  return html
    .replace(/<!--[\s\S]*?-->/g, ' ')
    .replace(/<(script|style)\b[\s\S]*?<\/\1\s*>/gi, ' ')
    .replace(/<[^<>]*>/g, ' ')
    .replace(/[<>][\s\S]*$/, ' ')
    .replace(/&(?:#\w+|\w+);?/g, ' ');
}
