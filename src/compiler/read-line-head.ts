/** What stands at the head of one line of Markdown, as far as counting needs it. */
export interface LineHead {
  /** Columns of white space before the first marker or the text. */
  readonly indent: number;
  readonly hasQuote: boolean;
  readonly quotes: number;
  /** Markers of list items, and heads of footnotes, which hold blocks in the same way. */
  readonly listMarkers: number;
  readonly footnotes: number;
  /** The first list marker may interrupt running text: a bullet or 1 with text behind it, or a footnote. */
  readonly interrupts: boolean;
  /** Column at which the content of the last list marker begins. */
  readonly contentColumn: number;
  /** Index of the text behind all markers. */
  readonly rest: number;
}

/** Reads white space, `>` and list markers from the head of a line; tabs reach to the next multiple of four. */
export function readLineHead(line: string): LineHead {
  let at = 0;
  let column = 0;
  let indent = 0;
  let quotes = 0;
  let listMarkers = 0;
  let footnotes = 0;
  let interrupts = false;
  let contentColumn = 0;
  const skipBlanks = () => {
    for (; at < line.length; at += 1) {
      const letter = line.charAt(at);
      if (letter === ' ') column += 1;
      else if (letter === '\t') column += 4 - (column % 4);
      else break;
    }
  };
  skipBlanks();
  indent = column;
  for (;;) {
    const note = line.startsWith('[^', at) ? lengthOfNoteMarker(line, at) : 0;
    const marker = line.charAt(at) === '>' ? 1 : note || lengthOfListMarker(line, at);
    if (marker === 0) break;
    if (line.charAt(at) === '>') quotes += 1;
    else {
      listMarkers += 1;
      const isFirst = quotes === 0 && listMarkers === 1;
      const after = at + marker;
      const isBulletOrOne = /^(?:[-+*]|1[.)])$/.test(line.slice(at, after));
      if (isFirst) interrupts = note > 0 || (isBulletOrOne && line.slice(after, after + 200).trim() !== '');
      if (note > 0) footnotes += 1;
    }
    at += marker;
    column += marker;
    skipBlanks();
    contentColumn = note > 0 ? indent + 4 : column;
  }
  return { indent, hasQuote: quotes > 0, quotes, listMarkers, footnotes, interrupts, contentColumn, rest: at };
}

/** Length of the head of a footnote at `at`; what belongs to it is indented by four columns. */
function lengthOfNoteMarker(line: string, at: number): number {
  const end = line.indexOf(']', at);
  return end > at + 2 && line.charAt(end + 1) === ':' ? end + 2 - at : 0;
}

/** Length of the list marker at `at`, which white space or the end of the line must follow; 0 where there is none. */
function lengthOfListMarker(line: string, at: number): number {
  const letter = line.charAt(at);
  let end = at;
  if (letter === '-' || letter === '+' || letter === '*') end = at + 1;
  else {
    while (end - at < 9 && line.charCodeAt(end) >= 48 && line.charCodeAt(end) <= 57) end += 1;
    if (end === at || (line.charAt(end) !== '.' && line.charAt(end) !== ')')) return 0;
    end += 1;
  }
  return end >= line.length || line.charAt(end) === ' ' || line.charAt(end) === '\t' ? end - at : 0;
}
