/**
 * Gives meaning to blocks that a convention marks; the tree keeps its shape, only `data` is added.
 *
 *     > [!WARNING] Hot           →  <aside class="kn-callout" data-callout="warning"> with a title
 *     **Mutexes**: a lock that…  →  a run-in definition with an anchor, where a section has two of them at least
 *     $$ a + b $$                →  <code class="kn-math">, as it was written
 */
import type { Blockquote, Paragraph, Parents, Root } from 'mdast';
import { plainText, walk } from './walk.ts';

declare module 'mdast' {
  interface ParagraphData {
    /** The term that the paragraph defines. */
    definition?: string;
  }
}

const RE_CALLOUT = /^\[!([\w-]{1,20})\][+-]?[ \t]*([^\r\n]*)(?:\r\n|\r|\n|$)/;
const RE_TERM_END = /^(?:\s*\([^)\n]{0,60}\))?\s*:(?:\s|$)/;
const RE_NO_TERM = /^(?:note|notes|warning|tip|important|example|caution|todo|see also|update|upd|answer|question|ps|nb|edit|fix|fixed|hint|summary|tl;dr|source|bug|cause|result|conclusion|注意|注|例)$/i;

/** Marks callouts, definitions and displayed formulas in place. */
export function markBlocks(tree: Root, source: string): void {
  walk(tree, (node, parent, index) => {
    if (node.type === 'blockquote') markCallout(node);
    else if (node.type === 'paragraph') markMath(node, parent, index, source);
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
  const title = match[2]?.trim() || kind.charAt(0).toUpperCase() + kind.slice(1);
  const skipped = match[0].length;
  if (text.data?.offsets) text.data.offsets = text.data.offsets.subarray(skipped);
  else if (text.position) text.position = { ...text.position, start: { ...text.position.start, offset: (text.position.start.offset ?? 0) + skipped } };
  text.value = text.value.slice(skipped);
  if (text.value === '') first.children.shift();
  if (first.children.length === 0) quote.children.shift();
  quote.data = { ...quote.data, hName: 'aside', hProperties: { className: ['kn-callout'], dataCallout: kind } };
  quote.children.unshift({
    type: 'paragraph',
    data: { hProperties: { className: ['kn-callout-title'] } },
    children: [{ type: 'text', value: title }],
    ...(first.position ? { position: first.position } : {}),
  });
}

function markMath(node: Paragraph, parent: Parents, index: number, source: string): void {
  const start = node.position?.start.offset;
  const end = node.position?.end.offset;
  if (start === undefined || end === undefined || source[start] !== '$' || source[start + 1] !== '$') return;
  const written = source.slice(start, end);
  if (!/^\$\$[\s\S]+\$\$$/.test(written)) return;
  const value = written.slice(2, -2).trim();
  if (parent.children[index] !== node) return;
  node.children = [{ type: 'inlineCode', value, data: { hProperties: { className: ['kn-math'] } }, ...(node.position ? { position: node.position } : {}) }];
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
  const term = written.replace(/:$/, '');
  if (term === '' || term.length > 80 || RE_NO_TERM.test(term)) return undefined;
  const after = rest.map(plainText).join('').slice(0, 100);
  return written.endsWith(':') || RE_TERM_END.test(after) ? term : undefined;
}
