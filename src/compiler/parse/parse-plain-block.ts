/**
 * The blocks that most notes are made of, without a state machine: a paragraph of words, code spans, plain emphasis and plain links; a
 * heading of the same; a tight list of one-line items of the same; a fenced block at the margin. Whatever could mean anything else is refused.
 */
import type { Code, Heading, List, ListItem, Paragraph, PhrasingContent } from 'mdast';
import type { Point, Position } from 'unist';

export interface PlainBlock {
  readonly node: Paragraph | Heading | Code | List;
  /** Offset behind the block's last line end. */
  readonly end: number;
  /** Lines that it covers. */
  readonly lines: number;
}

const RE_FENCE = /(`{3,}|~{3,})([^`\n]*)(?:\n|$)/y;
const RE_HEADING = /(#{1,6}) ([^\n]*)(?:\n|$)/y;
const RE_PARAGRAPH_START = /[\p{L}"'(`]/uy;
/** A line that goes on with a paragraph whatever it is: it begins with a letter, a quote, a bracket or one backtick. */
const RE_GOES_ON = /(?:[\p{L}"'(]|`(?!``))/uy;
/** What may end a paragraph's line: no blank, no backslash. */
const RE_BAD_LINE_END = /[ \t\\]$/;

/**
 * One construct at a time; what none of them takes refuses the text. An underscore that could only open emphasis is text, unless emphasis by
 * underscores stands in the same text.
 */
const RE_INLINE =
  /([^`*_[\]<&~!\\\n]+|\n|!(?!\[)|(?<=[\p{L}\p{N}])_+(?=[\p{L}\p{N}])|<(?![A-Za-z/!?])|&(?![#A-Za-z])|~(?!~))|`((?! )[^`\n]*[^`\n ])`(?!`)|(?<![^\s(])(?:(\*\*?)(_*[A-Za-z0-9](?:[A-Za-z0-9 ./>-]|(?<=[A-Za-z0-9_])_(?=[A-Za-z0-9_])|(?<=[A-Za-z0-9])_+(?=[A-Za-z0-9]))*?(?:\(\))?)\3|(__?)([A-Za-z0-9](?:[A-Za-z0-9 ./>-]|(?<=[A-Za-z0-9])_(?=[A-Za-z0-9]))*?(?:\(\))?)\5)(?=[\s.,;:!?)]|$)|\[((?:[^`*_[\]<&~!\\\n]|(?<![_*])_+(?=[A-Za-z0-9]))+)\]\(([A-Za-z0-9./#][^\s()<>\\&*_`[\]]*)\)|(?<![\p{L}\p{N}_*])(_+)(?=[A-Za-z0-9])/uy;
const RE_ITEM = /([-*+]) (?=[\p{L}"'(`])([^\n]*)(?:\n|$)/uy;
const RE_AFTER_LIST = /(?:[ \t]*\n)*(?:[\p{L}#"'(`]|$)/uy;

/** The block that begins at `at`, the start of line `line`; `undefined` when it is none of these. */
export function parsePlainBlock(text: string, at: number, line: number): PlainBlock | undefined {
  const first = text.charCodeAt(at);
  if (first === 35) return parseHeading(text, at, line);
  if ((first === 96 || first === 126) && text.charCodeAt(at + 1) === first && text.charCodeAt(at + 2) === first)
    return parseFence(text, at, line);
  if ((first === 42 || first === 43 || first === 45) && text.charCodeAt(at + 1) === 32)
    return parseList(text, at, line);
  RE_PARAGRAPH_START.lastIndex = at;
  return RE_PARAGRAPH_START.test(text) ? parseParagraph(text, at, line) : undefined;
}

function parseFence(text: string, at: number, line: number): PlainBlock | undefined {
  RE_FENCE.lastIndex = at;
  const open = RE_FENCE.exec(text);
  if (open === null || /[\\&]/.test(open[2] ?? '')) return undefined;
  const marks = open[1] ?? '';
  const mark = marks.charCodeAt(0);
  const start = at + open[0].length;
  let lines = 1;
  for (let from = start; from < text.length; lines++) {
    const next = text.indexOf('\n', from);
    const end = next < 0 ? text.length : next;
    if (text.charCodeAt(from) === mark) {
      let to = from;
      while (text.charCodeAt(to) === mark) to++;
      if (to - from >= marks.length && text.slice(to, end).trim() === '') {
        const info = (open[2] ?? '').trim();
        const blank = info.search(/[ \t]/);
        const node: Code = {
          type: 'code',
          lang: info === '' ? null : blank < 0 ? info : info.slice(0, blank),
          meta: blank < 0 ? null : info.slice(blank).trim(),
          value: text.slice(start, Math.max(start, from - 1)),
          position: between(point(line, 1, at), point(line + lines, end - from + 1, end)),
        };
        return { node, end: Math.min(text.length, end + 1), lines: lines + 1 };
      }
    } else if (/^ {1,3}[`~]/.test(text.slice(from, from + 4))) return undefined;
    from = end + 1;
  }
  return undefined;
}

function parseHeading(text: string, at: number, line: number): PlainBlock | undefined {
  RE_HEADING.lastIndex = at;
  const match = RE_HEADING.exec(text);
  const content = match?.[2] ?? '';
  if (match === null || content === '' || /^[ \t]|[ \t#\\]$/.test(content)) return undefined;
  const depth = (match[1] ?? '').length;
  const from = at + depth + 1;
  const children = parseInline(text, from, from + content.length, line, at);
  if (children === undefined) return undefined;
  const node: Heading = {
    type: 'heading',
    depth: depth as Heading['depth'],
    children,
    position: between(point(line, 1, at), point(line, depth + 2 + content.length, from + content.length)),
  };
  return { node, end: at + match[0].length, lines: 1 };
}

function parseParagraph(text: string, at: number, line: number): PlainBlock | undefined {
  let end = at;
  let lines = 0;
  let lastStart = at;
  for (;;) {
    const next = text.indexOf('\n', end);
    const stop = next < 0 ? text.length : next;
    lastStart = end;
    lines++;
    if (RE_BAD_LINE_END.test(text.slice(Math.max(end, stop - 1), stop))) return undefined;
    end = stop;
    if (next < 0 || text.charCodeAt(next + 1) === 10 || next + 1 >= text.length) break;
    RE_GOES_ON.lastIndex = next + 1;
    if (!RE_GOES_ON.test(text)) {
      const after = text.indexOf('\n', next + 1);
      if (/\S/.test(text.slice(next + 1, after < 0 ? text.length : after))) return undefined;
      break;
    }
    end = next + 1;
  }
  const children = parseInline(text, at, end, line, at);
  if (children === undefined) return undefined;
  const node: Paragraph = {
    type: 'paragraph',
    children,
    position: between(point(line, 1, at), point(line + lines - 1, end - lastStart + 1, end)),
  };
  return { node, end: Math.min(text.length, end + 1), lines };
}

function parseList(text: string, at: number, line: number): PlainBlock | undefined {
  const items: ListItem[] = [];
  const mark = text[at];
  let from = at;
  for (;;) {
    RE_ITEM.lastIndex = from;
    const match = RE_ITEM.exec(text);
    const content = match?.[2] ?? '';
    if (match === null || match[1] !== mark || RE_BAD_LINE_END.test(content) || content.startsWith('```')) break;
    const children = parseInline(text, from + 2, from + 2 + content.length, line + items.length, from);
    if (children === undefined) return undefined;
    const row = line + items.length;
    const end = point(row, content.length + 3, from + 2 + content.length);
    const paragraph: Paragraph = { type: 'paragraph', children, position: between(point(row, 3, from + 2), end) };
    items.push({
      type: 'listItem',
      spread: false,
      checked: null,
      children: [paragraph],
      position: between(point(row, 1, from), end),
    });
    from += match[0].length;
  }
  const last = items.at(-1)?.position;
  if (last === undefined || (from < text.length && text.charCodeAt(from) !== 10 && text.charCodeAt(from) !== 32))
    return undefined;
  RE_AFTER_LIST.lastIndex = from;
  if (!RE_AFTER_LIST.test(text)) return undefined;
  const node: List = {
    type: 'list',
    ordered: false,
    start: null,
    spread: false,
    children: items,
    position: between(point(line, 1, at), last.end),
  };
  return { node, end: from, lines: items.length };
}

function parseInline(
  text: string,
  from: number,
  to: number,
  firstLine: number,
  firstStart: number,
): PhrasingContent[] | undefined {
  const children: PhrasingContent[] = [];
  const place = new Places(text, firstLine, firstStart);
  let textFrom = from;
  let hasOpener = false;
  let hasBars = false;
  const flush = (end: number) => {
    if (end > textFrom)
      children.push({ type: 'text', value: text.slice(textFrom, end), position: place.range(textFrom, end) });
  };
  for (let at = from; at < to; ) {
    RE_INLINE.lastIndex = at;
    const match = RE_INLINE.exec(text);
    if (match === null) return undefined;
    const end = at + match[0].length;
    if (end > to) {
      if (match[1] === undefined && match[9] === undefined) return undefined;
      break;
    }
    const [, plain, code, stars, starred, bars, barred, label, url, opener] = match;
    const marks = stars ?? bars;
    const marked = starred ?? barred;
    if (opener !== undefined) hasOpener = true;
    if (bars !== undefined) hasBars = true;
    if (hasOpener && hasBars) return undefined;
    if (plain === undefined && opener === undefined) {
      if (code !== undefined && text.charCodeAt(at - 1) === 96) return undefined;
      flush(at);
      const position = place.range(at, end);
      if (code !== undefined) children.push({ type: 'inlineCode', value: code, position });
      else if (marks !== undefined && marked !== undefined) {
        const inner: PhrasingContent = {
          type: 'text',
          value: marked,
          position: place.range(at + marks.length, end - marks.length),
        };
        children.push({ type: marks.length === 2 ? 'strong' : 'emphasis', children: [inner], position });
      } else if (label !== undefined && url !== undefined) {
        children.push({
          type: 'link',
          title: null,
          url,
          children: [{ type: 'text', value: label, position: place.range(at + 1, at + 1 + label.length) }],
          position,
        });
      }
      textFrom = end;
    }
    at = end;
  }
  flush(to);
  return children;
}

/** Points of one block, asked for in the order of the text. */
class Places {
  readonly #text: string;
  #line: number;
  #start: number;

  constructor(text: string, line: number, start: number) {
    this.#text = text;
    this.#line = line;
    this.#start = start;
  }

  range(from: number, to: number): Position {
    const start = this.#at(from);
    return { start, end: this.#peek(to) };
  }

  #at(offset: number): Point {
    for (
      let next = this.#text.indexOf('\n', this.#start);
      next >= 0 && next < offset;
      next = this.#text.indexOf('\n', this.#start)
    ) {
      this.#line++;
      this.#start = next + 1;
    }
    return point(this.#line, offset - this.#start + 1, offset);
  }

  #peek(offset: number): Point {
    let line = this.#line;
    let start = this.#start;
    for (
      let next = this.#text.indexOf('\n', start);
      next >= 0 && next < offset;
      next = this.#text.indexOf('\n', start)
    ) {
      line++;
      start = next + 1;
    }
    return point(line, offset - start + 1, offset);
  }
}

function point(line: number, column: number, offset: number): Point {
  return { line, column, offset };
}

function between(start: Point, end: Point): Position {
  return { start, end };
}
