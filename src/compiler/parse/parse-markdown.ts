import type { Nodes, Root, RootContent } from 'mdast';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import { parsePlainBlock } from './parse-plain-block.ts';

/**
 * Markdown to mdast, as remark does it, in about half of its time on ordinary notes.
 *
 * Where a blank line is followed by a line that begins with a letter, a heading's `#`, a quote's `>` or a fence in the first column, no list,
 * quote, indented code or footnote goes on, so a text may be cut there and its pieces parsed apart, which also keeps remark from time that
 * grows with the square of the quotes. Most pieces are paragraphs with little markup,
 * headings and fenced code: `parsePlainBlock` knows these and refuses everything else, which remark then gets. Texts with HTML, link
 * definitions or footnotes are parsed whole, because these reach across blank lines. A test compares both ways on generated texts.
 */
const RE_WHOLE = /^ {0,3}(?:[-*+>] |\d+[.)] )*(?:<[A-Za-z!?/]|\[[^\]\n]+\]:)|\r|\u0000/m;
/** GFM doubles the time of a parse: it is switched on only for pieces that hold a table, a footnote, struck text or a task. */
const RE_NEEDS_GFM =
  /^[ \t>]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-*:?[ \t]*)+$|\[\^[^\]\s]+\]|~~?[^\s~]|^[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+)*\[[ xX\t]\]/m;
const RE_SAFE_START = /[\p{L}#>`"'(]/uy;
/** A fence that need not end with the piece; one inside a quote ends with the quote. */
const RE_FENCE = /(?:^|\n)[ \t]*(?:(?:[-*+]|\d+[.)])[ \t]+)*(?:```|~~~)/;

const commonMark = remark().freeze();
const gitHub = remark().use(remarkGfm, { singleTilde: false }).freeze();

/** Tree of `text`. Text before `from` is taken for blank lines, so that positions stay those of the whole note. */
export function parseMarkdown(text: string, from = 0): Root {
  if (isParsedWhole(text)) return parseWhole(text, from);
  const children: RootContent[] = [];
  let line = 1;
  for (let at = 0; at < from; at++) if (text.charCodeAt(at) === 10) line++;
  let at = from;
  while (at < text.length) {
    const end = lineEnd(text, at);
    if (isBlank(text, at, end)) {
      at = end + 1;
      line++;
      continue;
    }
    const plain = parsePlainBlock(text, at, line);
    if (plain !== undefined) {
      children.push(plain.node);
      line += plain.lines;
      at = plain.end;
      continue;
    }
    const stop = pieceEnd(text, at);
    const piece = RE_FENCE.test(text.slice(at, stop)) ? text.slice(at) : text.slice(at, stop);
    for (const node of parsePiece(piece)) {
      shift(node, at, line - 1);
      children.push(node);
    }
    for (let index = 0; index < piece.length; index++) if (piece.charCodeAt(index) === 10) line++;
    at += piece.length;
  }
  return { type: 'root', children, position: { start: { line: 1, column: 1, offset: 0 }, end: endPoint(text) } };
}

/** Blocks of a piece of a note that begins at `offset` and on line `line`; links whose targets the rest of the note defines stay text. */
export function parseMarkdownAt(piece: string, offset: number, line: number): RootContent[] {
  const { children } = parseMarkdown(piece);
  for (const node of children) shift(node, offset, line - 1);
  return children;
}

/** Whether something in a text may reach across blank lines, so that it cannot be cut into pieces. */
export function isParsedWhole(text: string): boolean {
  return RE_WHOLE.test(text);
}

function parseWhole(text: string, from: number): Root {
  const source = from === 0 ? text : text.slice(0, from).replace(/[^\r\n]/g, ' ') + text.slice(from);
  return (RE_NEEDS_GFM.test(source) ? gitHub : commonMark).parse(source);
}

function parsePiece(piece: string): RootContent[] {
  return (RE_NEEDS_GFM.test(piece) ? gitHub : commonMark).parse(piece).children;
}

/** Offset behind the first blank line that is followed by a line which nothing before can reach. */
function pieceEnd(text: string, from: number): number {
  let at = lineEnd(text, from) + 1;
  let wasBlank = false;
  while (at < text.length) {
    const end = lineEnd(text, at);
    if (isBlank(text, at, end)) wasBlank = true;
    else {
      if (wasBlank && beginsPiece(text, at)) return at;
      wasBlank = false;
    }
    at = end + 1;
  }
  return text.length;
}

/** Whether a line that begins at `at`, after a blank one, cannot belong to what stands before. */
export function beginsPiece(text: string, at: number): boolean {
  RE_SAFE_START.lastIndex = at;
  return RE_SAFE_START.test(text);
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

function isBlank(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code !== 32 && code !== 9) return false;
  }
  return true;
}

function shift(node: Nodes, offset: number, lines: number): void {
  const { position } = node;
  if (position !== undefined) {
    position.start.offset = (position.start.offset ?? 0) + offset;
    position.end.offset = (position.end.offset ?? 0) + offset;
    position.start.line += lines;
    position.end.line += lines;
  }
  if ('children' in node) for (const child of node.children) shift(child, offset, lines);
}

function endPoint(text: string): { line: number; column: number; offset: number } {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) line++;
  return { line, column: text.length - text.lastIndexOf('\n'), offset: text.length };
}
