/**
 * Where each character of a text node stands in the source. Most texts stand there letter by letter and need no map; one that was written
 * with escapes, character references or line prefixes gets one in `node.data.offsets`, and pieces cut from it take their part along.
 */
import type { InlineCode, Nodes, Parents, Root, Text } from 'mdast';
import { walk } from './walk.ts';

declare module 'mdast' {
  interface TextData {
    /** Source offset of each UTF-16 unit of the value. */
    offsets?: Int32Array;
  }
  interface InlineCodeData {
    offsets?: Int32Array;
  }
}

type Literal = Text | InlineCode;

/** Fills in the maps of a fresh tree. */
export function locateText(tree: Root, source: string): void {
  walk(tree, (node, parent, index) => {
    if (node.position === undefined) findPlace(node, parent, index, source);
    if (node.type === 'text' || node.type === 'inlineCode') locateLiteral(node, source);
  });
}

/** GFM's bare addresses leave the texts around them, and their own, without places: they follow the sibling before. */
function findPlace(node: Nodes, parent: Parents, index: number, source: string): void {
  const text = node.type === 'link' ? node.children[0] : node;
  const before = index > 0 ? parent.children[index - 1]?.position?.end : parent.position?.start;
  const end = parent.position?.end.offset ?? source.length;
  if (text?.type !== 'text' || before === undefined || text.value === '') return;
  const map = alignText(text.value, source, before.offset ?? 0, end);
  const place = (offset: number) => ({ line: before.line, column: 1, offset });
  text.position = { start: place(map[0] ?? 0), end: place((map.at(-1) ?? 0) + 1) };
  node.position = text.position;
}

/** Fills in the map of one node, which must have a position. */
export function locateLiteral(node: Literal, source: string): void {
  const start = node.position?.start.offset ?? 0;
  const end = node.position?.end.offset ?? start;
  const written = source.slice(start, end);
  if (node.type === 'text' && written === node.value) return;
  const offsets =
    node.type === 'text' ? alignText(node.value, source, start, end) : alignCode(node.value, written, start);
  node.data = { ...node.data, offsets };
}

/** Source offset of `value[index]`; `index` may be the length of the value. */
export function offsetIn(node: Literal, index: number): number {
  const map = node.data?.offsets;
  if (map === undefined) return (node.position?.start.offset ?? 0) + index;
  if (index < map.length) return map[index] ?? 0;
  return map.length === 0 ? (node.position?.start.offset ?? 0) : (map[map.length - 1] ?? 0) + 1;
}

/** `value[start, end)` of a text node as a node of its own, with its place. */
export function cutText(node: Text, start: number, end: number): Text {
  return locate({ type: 'text', value: node.value.slice(start, end) }, node, start, end);
}

/** Gives `piece`, which stands for `of.value[start, end)`, its place in the source. */
export function locate<Piece extends { position?: Text['position']; data?: unknown; value?: string; type: string }>(
  piece: Piece,
  of: Text,
  start: number,
  end: number,
): Piece {
  const from = offsetIn(of, start);
  const to = end > start ? offsetIn(of, end - 1) + 1 : from;
  const line = of.position?.start.line ?? 1;
  piece.position = { start: { line, column: 1, offset: from }, end: { line, column: 1, offset: to } };
  const map = of.data?.offsets;
  if (map !== undefined && piece.type === 'text') piece.data = { offsets: map.subarray(start, end) };
  return piece;
}

function alignText(value: string, source: string, start: number, end: number): Int32Array {
  const map = new Int32Array(value.length);
  let at = start;
  for (let index = 0; index < value.length; ) {
    const wanted = value[index];
    if (source[at] === wanted || at >= end) {
      map[index++] = Math.min(at, end);
      if (at < end) at++;
      if (wanted === '\n') at = skipPrefix(source, at, end, value[index]);
      continue;
    }
    if (source[at] === '\\' && source[at + 1] === wanted) {
      at++;
      continue;
    }
    const reference =
      source[at] === '&'
        ? /^&(?:#\d{1,8}|#[xX][\da-fA-F]{1,6}|[A-Za-z]\w{1,31});/.exec(source.slice(at, Math.min(end, at + 40)))
        : null;
    if (reference !== null) {
      const isPair = /[\uD800-\uDBFF]/.test(wanted ?? '');
      for (let unit = 0; unit < (isPair ? 2 : 1); unit++) map[index++] = at;
      at += reference[0].length;
      continue;
    }
    if (wanted === '\n' && source[at] === '\r') {
      map[index++] = at;
      at = skipPrefix(source, at + (source[at + 1] === '\n' ? 2 : 1), end, value[index]);
      continue;
    }
    at++;
  }
  return map;
}

function skipPrefix(source: string, from: number, end: number, next: string | undefined): number {
  let at = from;
  while (at < end && source[at] !== next && /[ \t>]/.test(source[at] ?? '')) at++;
  return at;
}

function alignCode(value: string, written: string, start: number): Int32Array {
  const map = new Int32Array(value.length);
  let at = /^`+/.exec(written)?.[0].length ?? 0;
  if (written[at] !== value[0] && /[ \r\n]/.test(written[at] ?? '')) at++;
  for (let index = 0; index < value.length; index++) {
    const isBlank = /[ \n]/.test(value[index] ?? '');
    while (at < written.length && written[at] !== value[index] && !(isBlank && /[\r\n]/.test(written[at] ?? ''))) at++;
    map[index] = start + Math.min(at, Math.max(0, written.length - 1));
    at++;
    if (isBlank && written[at - 1] === '\r' && written[at] === '\n') at++;
  }
  return map;
}
