/**
 * Counts, line after line, what a Markdown parser spends its time on, and adds up an estimate in microseconds. The factors were
 * measured with remark and GFM on single shapes, on one 2-core machine under load, and rounded up.
 *
 * A stretch of running text ends at a blank line, a heading, a list item or a table row; where it is not certain that a parser sees
 * the end there as well, it is taken to go on, and code is left out only where it is certainly code. The rules for that are one state
 * machine, which is why they stand together.
 */
import { beginsPiece } from './parse/parse-markdown.ts';
import { type LineHead, readLineHead } from './read-line-head.ts';

const COST = {
  character: 0.8,
  line: 25,
  blankLine: 10,
  indentSquared: 0.0025,
  openersTimesClosers: 1.3,
  emphasisMark: 15,
  bracketsSquared: 0.02,
  bracketsTimesDepth: 1,
  tickLengthsTimesLength: 0.035,
  declarationsTimesLength: 0.035,
  tag: 40,
  reference: 40,
  marker: 230,
  footnote: 400,
  markersOnLineSquared: 2.5,
  levelOfLine: 22,
  lazySquared: 0.3,
  quoteEndsSquared: 0.6,
  heading: 115,
  underlineSquared: 0.4,
  row: 80,
  cell: 90,
  emptyCell: 2.5,
} as const;

const RE_WORD = /[\p{L}\p{N}]/u;
const RE_FENCE = /^( *)(`{3,}(?=[^`]*$)|~{3,})/;
const RE_HTML_START = /^<(?:!|\?|\/?[a-z])/i;
/** HTML that goes on over blank lines, by its first letters, and what ends it. */
const HTML_BLOCKS: readonly (readonly [start: RegExp, end: string])[] = [
  [/^<(?:script|pre|style|textarea)/i, '</'],
  [/^<!--/, '-->'],
  [/^<\?/, '?>'],
  [/^<!\[CDATA\[/, ']]>'],
  [/^<![a-z]/i, '>'],
];
const RE_DELIMITER_ROW = /^ {0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/;
const VOID_ELEMENTS = new Set(
  'area base br col embed hr img input link meta p param li dt dd td th tr source track wbr'.split(' '),
);

/** What the time goes to; the words finish "too much of it: …". */
export type CostCause =
  | 'length'
  | 'emphasis'
  | 'brackets'
  | 'code spans'
  | 'HTML'
  | 'lists and quotes'
  | 'tables'
  | 'headings'
  | 'references';

export interface Measures {
  /** UTF-16 units. */
  readonly length: number;
  readonly lines: number;
  readonly longestLine: number;
  /** Deepest nesting of quotes and lists. */
  readonly depth: number;
  /** Elements of raw HTML that are open at once, at most. */
  readonly htmlDepth: number;
  /** Most markers of lists and quotes at the head of one line. */
  readonly markersOnLine: number;
  /** Largest number of cells of one table, empty ones that a parser fills in included. */
  readonly tableCells: number;
  readonly codeFences: number;
  /** Estimated microseconds by cause. */
  readonly costs: Readonly<Record<CostCause, number>>;
}

/** Counts line after line. A class for its state; nothing is shared between texts. */
export class MarkerCounter {
  readonly #costs: Record<CostCause, number> = {
    length: 0,
    emphasis: 0,
    brackets: 0,
    'code spans': 0,
    HTML: 0,
    'lists and quotes': 0,
    tables: 0,
    headings: 0,
    references: 0,
  };
  #isWhole: boolean;
  #depth = 0;
  #markersOnLine = 0;
  #codeFences = 0;
  #tableCells = 0;
  #htmlOpen = 0;
  #htmlDepth = 0;
  /** Fence of code that is certainly open: its mark, its length and its indent. */
  #fence: { readonly mark: string; readonly length: number; readonly indent: number } | undefined;
  /** No fence is trusted while HTML, or front matter, may be open. */
  #untrusted: 'until blank' | { readonly end: string } | undefined;
  #isFirstLine = true;
  #inBlock = false;
  /** Content columns of the list items that are open. */
  #items: number[] = [];
  #quotes = 0;
  #lazy = 0;
  /** Quotes that ended since the parser began anew. */
  #quoteEnds = 0;
  #underlines = 0;
  #table: { readonly columns: number; rows: number } | undefined;
  #previous: string | undefined;
  #run = emptyRun();

  /** `isWhole`: the text is parsed in one piece, not in pieces that begin after blank lines. */
  constructor(isWhole: boolean) {
    this.#isWhole = isWhole;
  }

  addLine(line: string): void {
    if (!this.#isWhole && !this.#inBlock && beginsPiece(line, 0)) this.#endPiece();
    if (this.#passCode(line)) return;
    const head = readLineHead(line);
    if (head.rest >= line.length && head.quotes === 0 && head.listMarkers === 0) {
      this.#costs.length += COST.blankLine - COST.line;
      this.#endBlock();
    } else this.#addText(line, head);
    this.#watchHtml(line.slice(head.rest), line);
    this.#isFirstLine = false;
  }

  finish(length: number, lines: number): Omit<Measures, 'length' | 'lines' | 'longestLine'> {
    this.#endBlock();
    this.#endPiece();
    this.#costs.length += length * COST.character + lines * COST.line;
    const { depth, htmlDepth, markersOnLine, tableCells, codeFences } = {
      depth: this.#depth,
      htmlDepth: this.#htmlDepth,
      markersOnLine: this.#markersOnLine,
      tableCells: this.#tableCells,
      codeFences: this.#codeFences,
    };
    return { depth, htmlDepth, markersOnLine, tableCells, codeFences, costs: this.#costs };
  }

  /** Takes a line that is certainly code, or opens or closes such code. */
  #passCode(line: string): boolean {
    if (this.#fence !== undefined) {
      const { mark, length, indent } = this.#fence;
      const trimmed = line.trim();
      const own = line.length - line.trimStart().length;
      if (trimmed !== '' && own < indent) this.#fence = undefined;
      else {
        if (own <= indent + 3 && trimmed.length >= length && trimmed === mark.repeat(trimmed.length))
          this.#fence = undefined;
        return true;
      }
    }
    if (this.#untrusted !== undefined) return false;
    const found = RE_FENCE.exec(line);
    const indent = found?.[1]?.length ?? 0;
    if (found === null || indent > 3) return false;
    const marks = found[2] ?? '';
    this.#endBlock();
    this.#codeFences += 1;
    // A fence that is not in the first column may belong to a list, and the parser then takes the rest of the text in one piece.
    if (indent > 0) this.#isWhole = true;
    this.#costs.headings += COST.heading;
    this.#fence = { mark: marks.slice(0, 1), length: marks.length, indent };
    return true;
  }

  #watchHtml(rest: string, line: string): void {
    if (this.#isFirstLine && /^(?:---|\+\+\+)\s*$/.test(line)) this.#untrusted = { end: line.trim() };
    else if (typeof this.#untrusted === 'object') {
      if (line.includes(this.#untrusted.end)) this.#untrusted = 'until blank';
    } else if (rest.trim() === '') this.#untrusted = undefined;
    else if (RE_HTML_START.test(rest)) {
      const block = HTML_BLOCKS.find(([start]) => start.test(rest));
      this.#untrusted = block !== undefined && !rest.slice(2).includes(block[1]) ? { end: block[1] } : 'until blank';
    }
  }

  #addText(line: string, head: LineHead): void {
    const { indent, quotes, listMarkers } = head;
    if (!this.#inBlock) this.#popItems(indent);
    const isItem = listMarkers > 0 && (!this.#inBlock || this.#startsItem(head));
    const rest = line.slice(head.rest);
    const isHeading = indent <= 3 && quotes === 0 && listMarkers === 0 && /^#{1,6}(?:\s|$)/.test(rest);
    const isRow = this.#table !== undefined && quotes === 0 && !isItem && !isHeading;
    if (isItem || isHeading || isRow) this.#endRun();
    if (!isRow && (isItem || isHeading)) this.#endTable();
    if (isItem) {
      this.#popItems(indent);
      this.#items.push(head.contentColumn);
    } else if (isHeading) this.#items = [];
    const isLazy =
      this.#inBlock && !isItem && !isHeading && !isRow && (quotes < this.#quotes || indent < (this.#items.at(-1) ?? 0));
    if (isLazy) this.#lazy += 1;
    if (quotes > 0) this.#quotes = Math.max(this.#quotes, quotes);
    this.#countHead(head, this.#items.length);
    this.#countRow(line, rest, isRow, head);
    if (isHeading) this.#costs.headings += COST.heading;
    if (this.#inBlock && /^\s*(?:=+|-+)\s*$/.test(rest)) this.#underlines += 1;
    this.#scan(rest);
    if (isHeading) this.#endRun();
    this.#previous = this.#inBlock && !isItem ? undefined : line;
    this.#inBlock = !isHeading;
  }

  #popItems(indent: number): void {
    while ((this.#items.at(-1) ?? 0) > indent) this.#items.pop();
  }

  /** A list marker inside a block begins an item only where a parser must see it so. */
  #startsItem({ indent, hasQuote, interrupts }: LineHead): boolean {
    if (hasQuote || this.#quotes > 0) return false;
    const base = this.#items.findLast((column) => column <= indent) ?? 0;
    if (indent - base > 3) return false;
    return base < (this.#items.at(-1) ?? 0) || interrupts;
  }

  #countHead({ indent, quotes, listMarkers, footnotes, hasQuote }: LineHead, items: number): void {
    const markers = quotes + listMarkers;
    const depth = quotes + Math.max(items + Math.max(0, listMarkers - 1), listMarkers);
    this.#depth = Math.max(this.#depth, hasQuote ? Math.max(depth, this.#quotes) : depth);
    this.#markersOnLine = Math.max(this.#markersOnLine, markers);
    this.#costs['lists and quotes'] +=
      listMarkers * COST.marker +
      footnotes * COST.footnote +
      markers ** 2 * COST.markersOnLineSquared +
      depth * COST.levelOfLine +
      indent ** 2 * COST.indentSquared;
  }

  #countRow(line: string, rest: string, isRow: boolean, { quotes, listMarkers }: LineHead): void {
    const hasPipe = rest.includes('|');
    if (isRow || hasPipe) {
      const cells = countCells(rest);
      this.#costs.tables += hasPipe ? COST.row + cells * COST.cell : COST.row;
      if (this.#table !== undefined) {
        this.#table.rows += 1;
        const filled = Math.max(cells, this.#table.columns);
        this.#costs.tables += Math.max(0, this.#table.columns - cells) * COST.emptyCell;
        this.#tableCells = Math.max(this.#tableCells, filled * this.#table.rows);
      }
    }
    const header = this.#previous;
    const isDelimiter =
      this.#table === undefined &&
      header !== undefined &&
      quotes === 0 &&
      listMarkers === 0 &&
      hasPipe &&
      RE_DELIMITER_ROW.test(line);
    if (isDelimiter && countCells(header) === countCells(line)) {
      this.#endRun();
      this.#table = { columns: countCells(line), rows: 1 };
    }
  }

  /** Counts the markers of running text. */
  #scan(rest: string): void {
    const run = this.#run;
    run.length += rest.length + 1;
    for (let at = 0; at < rest.length; at += 1) {
      const code = rest.charCodeAt(at);
      if (code > 126 || IS_PLAIN[code]) continue;
      switch (code) {
        case STAR:
        case UNDERSCORE:
        case TILDE: {
          const end = endOfRun(rest, at, code);
          countEmphasis(run, rest, at, end);
          at = end - 1;
          break;
        }
        case OPEN:
          run.brackets += 1;
          run.open += 1;
          run.deepest = Math.max(run.deepest, run.open);
          break;
        case CLOSE:
          run.brackets += 1;
          run.open = Math.max(0, run.open - 1);
          break;
        case TICK: {
          const end = endOfRun(rest, at, code);
          run.ticks += 1;
          run.tickLengths.add(end - at);
          at = end - 1;
          break;
        }
        case LESS:
          this.#countTag(rest, at);
          break;
        case COLON:
          if (rest.startsWith('//', at + 1)) run.references += 1;
          break;
        case LETTER_W:
          if (rest.startsWith('ww.', at + 1)) run.references += 1;
          break;
        case BACKSLASH:
          run.references += 1;
          at += 1;
          break;
        default:
          run.references += 1;
      }
    }
  }

  #countTag(rest: string, at: number): void {
    const next = rest.charCodeAt(at + 1);
    if (next === BANG || next === QUESTION) this.#run.declarations += 1;
    else this.#run.tags += 1;
    const isClosing = next === SLASH;
    let end = at + (isClosing ? 2 : 1);
    while (end - at < 20 && /[a-z0-9]/i.test(rest.charAt(end))) end += 1;
    const name = rest.slice(at + (isClosing ? 2 : 1), end).toLowerCase();
    if (!/^[a-z]/.test(name) || VOID_ELEMENTS.has(name) || !/^(?:[\s>]|$)/.test(rest.charAt(end))) return;
    this.#htmlOpen = Math.max(0, this.#htmlOpen + (isClosing ? -1 : 1));
    this.#htmlDepth = Math.max(this.#htmlDepth, this.#htmlOpen);
  }

  #endRun(): void {
    const { length, openers, closers, brackets, deepest, ticks, tickLengths, tags, declarations, references } =
      this.#run;
    if (length === 0) return;
    this.#costs.emphasis += openers * closers * COST.openersTimesClosers + (openers + closers) * COST.emphasisMark;
    this.#costs.brackets +=
      brackets ** 2 * COST.bracketsSquared + brackets * Math.max(0, deepest - 1) * COST.bracketsTimesDepth;
    this.#costs['code spans'] += tickLengths.size * length * COST.tickLengthsTimesLength + ticks * COST.line;
    this.#costs.HTML += declarations * length * COST.declarationsTimesLength + tags * COST.tag;
    this.#costs.references += references * COST.reference;
    this.#run = emptyRun();
  }

  #endPiece(): void {
    this.#costs['lists and quotes'] += this.#quoteEnds ** 2 * COST.quoteEndsSquared;
    this.#quoteEnds = 0;
  }

  #endTable(): void {
    this.#table = undefined;
  }

  #endBlock(): void {
    this.#endRun();
    this.#endTable();
    this.#costs['lists and quotes'] += this.#lazy ** 2 * COST.lazySquared;
    this.#costs.headings += this.#underlines ** 2 * COST.underlineSquared;
    if (this.#quotes > 0) this.#quoteEnds += 1;
    this.#lazy = 0;
    this.#underlines = 0;
    this.#quotes = 0;
    this.#previous = undefined;
    this.#inBlock = false;
  }
}

interface Run {
  length: number;
  /** Runs of emphasis markers that can open something, and that can close something. */
  openers: number;
  closers: number;
  brackets: number;
  open: number;
  deepest: number;
  ticks: number;
  readonly tickLengths: Set<number>;
  tags: number;
  /** `<!` and `<?`, each of which a parser follows to the end of the run. */
  declarations: number;
  /** Entities, escapes, addresses. */
  references: number;
}

function emptyRun(): Run {
  return {
    length: 0,
    openers: 0,
    closers: 0,
    brackets: 0,
    open: 0,
    deepest: 0,
    ticks: 0,
    tickLengths: new Set(),
    tags: 0,
    declarations: 0,
    references: 0,
  };
}

const [STAR, UNDERSCORE, TILDE, OPEN, CLOSE, TICK, LESS, BANG, QUESTION, SLASH, BACKSLASH, COLON, LETTER_W] =
  Array.from('*_~[]`<!?/\\:w', (letter) => letter.charCodeAt(0));
/** Letters that stand for themselves; what is left beside the markers may begin a reference: `&`, `\`, `@`, `://`, `www.`. */
const IS_PLAIN: readonly boolean[] = Array.from(
  { length: 127 },
  (_, code) => !'*_~[]`<&\\@:w'.includes(String.fromCharCode(code)),
);

function endOfRun(text: string, at: number, code: number): number {
  let end = at + 1;
  while (text.charCodeAt(end) === code) end += 1;
  return end;
}

/** A run between blanks, or of `_` inside a word, is text. */
function countEmphasis(run: Run, text: string, start: number, end: number): void {
  const before = text.charAt(start - 1);
  const after = text.charAt(end);
  const [opens, closes] = [after.trim() !== '', before.trim() !== ''];
  if (text.charAt(start) === '_' && RE_WORD.test(before) && RE_WORD.test(after)) return;
  if (opens) run.openers += 1;
  if (closes) run.closers += 1;
}

function countCells(line: string): number {
  const row = line.trim().replace(/^\||(?<!\\)\|$/g, '');
  let cells = 1;
  for (let at = row.indexOf('|'); at >= 0; at = row.indexOf('|', at + 1)) if (row.charAt(at - 1) !== '\\') cells += 1;
  return cells;
}
