/**
 * Tags of Hugo, Jekyll and GitBook, which stand in the text of a note as nobody was to read them.
 *
 *     {{% notice warning "Hot" %}} … {{% /notice %}}       →  a callout with the title `Hot`
 *     {% hint style="info" %} … {% endhint %}              →  a callout
 *     {{< figure src="a.png" caption="The ring" >}}        →  an image with `The ring` below it
 *     {% include x.html %}, {{ site.url }}, any other      →  <code class="kn-template">, in which no names are looked for
 *     [TOC], [[_TOC_]] alone in a paragraph                →  nothing: a page has its contents anyway
 */
import type { Blockquote, Paragraph, PhrasingContent, Root, RootContent, Text } from 'mdast';
import { cutChildren, indexAt } from './cut-children.ts';
import { makeCallout } from './mark-blocks.ts';
import { lastParagraph } from './nest-admonitions.ts';
import { readTemplateTag, type TagWord, type TemplateTag } from './read-template-tag.ts';
import { readTitle } from './read-title.ts';
import { cutText } from './source-offsets.ts';
import { mapPhrasing, plainText } from './walk.ts';

declare module 'mdast' {
  interface InlineCodeData {
    /** A tag of a site generator: its words are no text. */
    isTemplate?: boolean;
  }
}

/** Tags that set a text apart and say by their name, or by their first word, of what kind it is. */
const CALLOUTS: ReadonlySet<string> = new Set(
  'notice hint callout admonition alert note tip warning info important caution danger attention aside details expand'.split(
    ' ',
  ),
);
/** Of these, names that are no kind. */
const WITHOUT_KIND: ReadonlySet<string> = new Set(
  'notice hint callout admonition alert aside details expand'.split(' '),
);
/** Deepest nesting that is followed: an opening tag further out is taken for one that nothing closes. */
const MAX_OPEN = 16;
const FIGURES: ReadonlySet<string> = new Set(['figure', 'img', 'image', 'imgproc']);
const RE_CONTENTS = /^(?:\[TOC\]|\[\[_?TOC_?\]\]|\{:toc\})$/i;
const RE_CLOSING = /\{(?:\{[<%]-?\s*\/\s*|%-?\s*end)([A-Za-z]+)\s*-?(?:[>%]\}|%)\}/g;

/** Gives meaning to such tags in place; `source` is the text of the tree. */
export function takeTemplateTags(tree: Root, source: string): void {
  if (/\[TOC\]|\[\[_?TOC_?\]\]|\{:toc\}/i.test(source))
    tree.children = tree.children.filter(
      (node) => node.type !== 'paragraph' || !RE_CONTENTS.test(plainText(node).trim()),
    );
  if (!/\{[{%]/.test(source)) return;
  nestCallouts(tree, source);
  mapPhrasing(tree, (children) => replaceTags(children, source));
}

interface Open {
  readonly at: number;
  readonly tag: TemplateTag;
}

/** Nests what stands between the two tags of a callout at the top of a tree; a tag without its other stays. */
function nestCallouts(tree: Root, source: string): void {
  const out: RootContent[] = [];
  const open: Open[] = [];
  for (const node of tree.children) {
    const start = node.position?.start.offset ?? 0;
    const end = node.position?.end.offset ?? start;
    if (node.type === 'paragraph' && source[start] === '{') {
      const tag = readTemplateTag(source, start, end);
      if (tag !== undefined && !tag.isClosing && CALLOUTS.has(tag.name)) {
        if (open.length === MAX_OPEN) open.shift();
        open.push({ at: out.length, tag });
      }
    }
    out.push(node);
    const last = lastParagraph(node);
    const closing = open.length === 0 || last === undefined ? undefined : findClosing(last, source);
    if (closing === undefined || last === undefined) continue;
    const top = open.findLastIndex(({ tag }) => tag.name === closing.name);
    const opening = open[top];
    if (opening === undefined || opening.tag.end > closing.start) continue;
    open.length = top;
    const rest = cutChildren(last.children, closing.end, last.position?.end.offset ?? closing.end);
    last.children = cutChildren(last.children, 0, closing.start);
    const body = out.splice(opening.at);
    out.push(makeTemplateCallout(body, opening.tag));
    if (rest.length > 0) out.push({ ...last, children: rest });
  }
  tree.children = out;
}

function findClosing(
  { position }: Paragraph,
  source: string,
): { name: string; start: number; end: number } | undefined {
  const start = position?.start.offset ?? 0;
  RE_CLOSING.lastIndex = 0;
  const match = RE_CLOSING.exec(source.slice(start, position?.end.offset ?? start));
  if (match === null) return undefined;
  return {
    name: (match[1] ?? '').toLowerCase(),
    start: start + match.index,
    end: start + match.index + match[0].length,
  };
}

function makeTemplateCallout(body: readonly RootContent[], tag: TemplateTag): Blockquote {
  const first = body[0];
  const position = first?.position;
  if (first?.type === 'paragraph')
    first.children = cutChildren(first.children, tag.end, position?.end.offset ?? tag.end);
  const quote: Blockquote = {
    type: 'blockquote',
    children: body.filter((node) => node.type !== 'paragraph' || node.children.length > 0) as Blockquote['children'],
    ...(position ? { position } : {}),
  };
  const words = [...tag.words];
  const kind = WITHOUT_KIND.has(tag.name)
    ? (pick(tag, ['type', 'style', 'kind', 'context']) ?? takeKind(words))?.text
    : tag.name;
  const title = pick(tag, ['title', 'header', 'heading', 'summary']) ?? words[0];
  makeCallout(
    quote,
    /^[a-z][a-z-]{1,18}$/.test(kind ?? '') ? (kind ?? 'note') : 'note',
    title === undefined || title.text === '' ? [] : readTitle(title.text, title.start, position?.start.line ?? 1),
    { type: 'paragraph', children: [], ...(position ? { position } : {}) },
  );
  return quote;
}

/** Takes a first word that can be a kind off the others. */
function takeKind(words: TagWord[]): TagWord | undefined {
  return /^[a-z]{2,12}$/.test(words[0]?.text ?? '') ? words.shift() : undefined;
}

function pick({ named }: TemplateTag, keys: readonly string[]): TagWord | undefined {
  for (const key of keys) if (named.has(key)) return named.get(key);
  return undefined;
}

/** Inline nodes with each tag that begins in a text replaced; the same list where there is none. */
function replaceTags(children: readonly PhrasingContent[], source: string): readonly PhrasingContent[] {
  if (!children.some((child) => child.type === 'text' && /\{[{%]/.test(child.value))) return children;
  const out: PhrasingContent[] = [];
  let free = 0;
  const limit = children.at(-1)?.position?.end.offset ?? 0;
  for (const child of children) {
    const start = child.position?.start.offset ?? 0;
    const end = child.position?.end.offset ?? start;
    // What a tag that began before covers goes with it.
    if (end <= free && end > start) continue;
    if (child.type !== 'text') {
      out.push(child);
      continue;
    }
    let from = start >= free ? 0 : indexAt(child, free);
    for (const { index } of child.value.matchAll(/\{[{%]/g)) {
      if (index < from || child.value.slice(index - 2, index) === '](') continue;
      const at = index === 0 ? start : (child.data?.offsets?.[index] ?? start + index);
      const tag = readTemplateTag(source, at, limit);
      if (tag === undefined || !endsInText(children, tag.end)) continue;
      if (index > from) out.push(cutText(child, from, index));
      out.push(...nodesOf(tag, source, child));
      free = tag.end;
      from = indexAt(child, tag.end);
    }
    if (from < child.value.length) out.push(from === 0 ? child : cutText(child, from, child.value.length));
  }
  return free === 0 ? children : out;
}

/** Whether the node around an offset, if there is one, is a text; the nodes stand in the order of the source. */
function endsInText(children: readonly PhrasingContent[], offset: number): boolean {
  let low = 0;
  let high = children.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((children[middle]?.position?.end.offset ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  const around = children[low];
  return around === undefined || around.type === 'text' || (around.position?.start.offset ?? offset) >= offset;
}

function nodesOf(tag: TemplateTag, source: string, within: Text): readonly PhrasingContent[] {
  const place = placeOf(tag, within);
  const url = FIGURES.has(tag.name) ? (pick(tag, ['src', 'link', 'url']) ?? tag.words[0])?.text : undefined;
  if (url === undefined || url === '' || tag.isClosing) {
    const value = source.slice(tag.start, tag.end).replace(/\s+/g, ' ');
    const data = { isTemplate: true, hProperties: { className: ['kn-template'] } };
    return [{ type: 'inlineCode', value, data, position: place }];
  }
  const [title, caption, alt] = [['title'], ['caption', 'attr'], ['alt']].map((keys) => pick(tag, keys));
  // Of an image elsewhere a link is made, which needs words that do not stand below it as well.
  const isRemote = /^(?:[a-z]+:)?\/\//i.test(url);
  const shown = alt?.text ?? (isRemote ? url.slice(url.lastIndexOf('/') + 1) : (caption ?? title)?.text) ?? '';
  const image: PhrasingContent = { type: 'image', url, alt: shown, position: place };
  const below: PhrasingContent[] = [];
  if (title !== undefined && title.text !== '')
    below.push({ type: 'strong', children: [textAt(title, within)], position: place });
  if (caption !== undefined && caption.text !== '') {
    if (below.length > 0)
      below.push({ type: 'text', value: ' ', position: place, data: { offsets: new Int32Array(1).fill(tag.start) } });
    below.push(textAt(caption, within));
  }
  return below.length === 0 ? [image] : [image, { type: 'break', position: place }, ...below];
}

function textAt({ text, start, end }: TagWord, near: RootContent | undefined): Text {
  const line = near?.position?.start.line ?? 1;
  return {
    type: 'text',
    value: text,
    position: { start: { line, column: 1, offset: start }, end: { line, column: 1, offset: end } },
  };
}

function placeOf({ start, end }: TemplateTag, { position }: Text): NonNullable<Text['position']> {
  const line = position?.start.line ?? 1;
  return { start: { line, column: 1, offset: start }, end: { line, column: 1, offset: end } };
}
