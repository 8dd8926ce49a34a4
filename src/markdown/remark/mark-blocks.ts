/**
 * Gives meaning to blocks that a convention marks; the tree keeps its shape, only `data` is added.
 *
 *     > [!WARNING] Hot           →  <aside class="kn-callout" data-callout="warning"> with a title
 *     **Mutexes**: a lock that…  →  a run-in definition with an anchor, where a section has two of them at least
 *     $$ a + b $$                →  <code class="kn-math">, as it was written
 */
import type { Blockquote, Paragraph, Parents, PhrasingContent, Root } from 'mdast';
import { cutText } from './source-offsets.ts';
import { plainText, walk } from './walk.ts';

declare module 'mdast' {
  interface ParagraphData {
    /** The term that the paragraph defines. */
    definition?: string;
    /** Its words do not stand in the note. */
    isMade?: boolean;
  }
}

const RE_CALLOUT = /^\[!([\w-]{1,20})\][+-]?[ \t]*/;
const RE_TERM_END = /^(\s*\([^)\n]{0,60}\))?\s*[:：](?:\s|$|(?<=：))/;
const RE_NO_TERM =
  /^(?:note|notes|warning|tip|important|example|caution|todo|see also|update|upd|answer|question|ps|nb|edit|fix|fixed|hint|summary|tl;dr|source|bug|cause|result|conclusion|注意|注|例)$/i;

/** Marks callouts, definitions and displayed formulas in place. */
export function markBlocks(tree: Root, source: string): void {
  walk(tree, (node, parent) => {
    if (node.type === 'blockquote') markCallout(node);
    else if (node.type === 'paragraph') markMath(node, parent, source);
  });
  markDefinitions(tree);
}

function markCallout(quote: Blockquote): void {
  const first = quote.children[0];
  const text = first?.type === 'paragraph' ? first.children[0] : undefined;
  if (first?.type !== 'paragraph' || text?.type !== 'text') return;
  const match = RE_CALLOUT.exec(text.value);
  if (match === null) return;
  const kind = (match[1] ?? 'note').toLowerCase();
  const [title, body] = splitAtBreak([cutText(text, match[0].length, text.value.length), ...first.children.slice(1)]);
  first.children = [...body];
  if (body.length === 0) quote.children.shift();
  makeCallout(quote, kind, title, first);
}

/** Makes a quote the callout of a kind, in place; without a title it is named for its kind. */
export function makeCallout(
  quote: Blockquote,
  kind: string,
  title: readonly PhrasingContent[],
  { position }: Paragraph,
): void {
  const isNamed = title.some((node) => plainText(node).trim() !== '');
  const name: PhrasingContent = {
    type: 'text',
    value: kind.charAt(0).toUpperCase() + kind.slice(1).replaceAll('-', ' '),
  };
  quote.data = { ...quote.data, hName: 'aside', hProperties: { className: ['kn-callout'], dataCallout: kind } };
  quote.children.unshift({
    type: 'paragraph',
    data: { hProperties: { className: ['kn-callout-title'] }, isMade: !isNamed },
    children: isNamed ? [...title] : [name],
    ...(position ? { position } : {}),
  });
}

/** Inline nodes of the first line, and those after it. */
export function splitAtBreak(
  nodes: readonly PhrasingContent[],
): readonly [readonly PhrasingContent[], readonly PhrasingContent[]] {
  for (const [index, node] of nodes.entries()) {
    if (node.type === 'break') return [nodes.slice(0, index), nodes.slice(index + 1)];
    const at = node.type === 'text' ? node.value.indexOf('\n') : -1;
    if (node.type !== 'text' || at < 0) continue;
    const [before, after] = [cutText(node, 0, at), cutText(node, at + 1, node.value.length)];
    return [
      before.value === '' ? nodes.slice(0, index) : [...nodes.slice(0, index), before],
      after.value === '' ? nodes.slice(index + 1) : [after, ...nodes.slice(index + 1)],
    ];
  }
  return [nodes.filter((node) => node.type !== 'text' || node.value !== ''), []];
}

function markMath(node: Paragraph, parent: Parents, source: string): void {
  const start = node.position?.start.offset;
  const end = node.position?.end.offset;
  if (start === undefined || end === undefined || source[start] !== '$' || source[start + 1] !== '$') return;
  const written = source.slice(start, end);
  const value = written.slice(2, -2).trim();
  if (!written.endsWith('$$') || value === '' || value.includes('$$') || parent.type === 'blockquote') return;
  const from = start + written.indexOf(value, 2);
  const { line, column } = node.position?.start ?? { line: 1, column: 1 };
  const position = { start: { line, column, offset: from }, end: { line, column, offset: from + value.length } };
  node.children = [{ type: 'inlineCode', value, data: { hProperties: { className: ['kn-math'] } }, position }];
}

function markDefinitions(tree: Root): void {
  let found: { readonly node: Paragraph; readonly term: string }[] = [];
  const flush = () => {
    if (found.length > 1) for (const { node, term } of found) node.data = { ...node.data, definition: term };
    found = [];
  };
  for (const node of tree.children) {
    if (node.type === 'heading') flush();
    const term = node.type === 'paragraph' ? termOf(node) : undefined;
    if (node.type === 'paragraph' && term !== undefined) found.push({ node, term });
  }
  flush();
}

function termOf(node: Paragraph): string | undefined {
  const [first, ...rest] = node.children;
  if (first?.type !== 'strong') return undefined;
  const written = plainText(first).trim();
  const term = written.replace(/[:：]$/, '');
  if (term === '' || term.length > 80 || RE_NO_TERM.test(term)) return undefined;
  if (term !== written) return term;
  const end = RE_TERM_END.exec(rest.map(plainText).join('').slice(0, 100));
  return end === null ? undefined : `${term}${(end[1] ?? '').replace(/^\s*/, end[1] ? ' ' : '')}`;
}
