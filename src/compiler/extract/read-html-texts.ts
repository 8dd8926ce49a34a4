/**
 * Texts in a piece of HTML that a note's writer put between Markdown blocks: what a reader reads, tags taken off, one block a table cell,
 * item or paragraph, so that names are found there as well. Works on the HTML as it is written, since what is found is written back into it.
 */
import type { InlineStyle } from '../entities/text-block.ts';

/** A run of letters that stands in the HTML as it is read. */
export interface HtmlRun {
  /** Half-open range in the HTML. */
  readonly from: number;
  readonly to: number;
  /** Where the run begins in the text of its block. */
  readonly start: number;
  /** It must not be made a link: it stands in one, or in a `summary`. */
  readonly isLinked: boolean;
}

export interface HtmlText {
  readonly kind: 'heading' | 'cell';
  readonly text: string;
  /** Offset in the HTML of each UTF-16 unit of `text`. */
  readonly offsets: readonly number[];
  readonly runs: readonly HtmlRun[];
  readonly styles: readonly { readonly start: number; readonly end: number; readonly style: InlineStyle }[];
}

const RE_PIECE =
  /<!--[\s\S]*?(?:-->|$)|<[!?][^>]*(?:>|$)|<(script|style|textarea|title|template|svg|math)\b[\s\S]*?(?:<\/\1\s*>|$)|<(\/?)([a-z][a-z0-9]*)(?:\s(?:[^<>"']|"[^"]*"|'[^']*')*)?\/?>|&(lt|gt|amp|quot|apos|nbsp|#39|#60|#62);/gi;
const INLINE = new Set(
  'a abbr b bdi bdo big cite code data del dfn em font i img ins kbd mark q rp rt ruby s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);
const STYLE_OF: Readonly<Record<string, InlineStyle>> = {
  a: 'link',
  b: 'strong',
  strong: 'strong',
  em: 'emphasis',
  i: 'emphasis',
  code: 'code',
  tt: 'code',
  kbd: 'code',
  samp: 'code',
  var: 'emphasis',
  del: 'delete',
  s: 'delete',
  strike: 'delete',
};
const LETTER_OF: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  '#39': "'",
  '#60': '<',
  '#62': '>',
};

/** Blocks of text of `html` in their order; those without a letter are left out. */
export function readHtmlTexts(html: string): readonly HtmlText[] {
  const reader = new HtmlReader();
  let at = 0;
  for (const piece of html.matchAll(RE_PIECE)) {
    reader.addRun(html, at, piece.index);
    const [whole, , close, tag, letter] = piece;
    if (letter !== undefined) reader.addLetter(LETTER_OF[letter.toLowerCase()] ?? ' ', piece.index);
    else if (tag !== undefined) reader.meetTag(tag.toLowerCase(), close === '/');
    at = piece.index + whole.length;
  }
  reader.addRun(html, at, html.length);
  reader.endBlock();
  return reader.texts;
}

class HtmlReader {
  readonly texts: HtmlText[] = [];
  #kind: HtmlText['kind'] = 'cell';
  /** Inside a `summary`, which opens and closes on a press: a link in it could not be told from it. */
  #isSummary = false;
  #text = '';
  #offsets: number[] = [];
  #runs: HtmlRun[] = [];
  #styles: HtmlText['styles'][number][] = [];
  /** Inline elements that are open, with the place in the text where each began. */
  #open: { readonly tag: string; readonly start: number }[] = [];

  addRun(html: string, from: number, to: number): void {
    if (from >= to) return;
    this.#runs.push({
      from,
      to,
      start: this.#text.length,
      isLinked: this.#isSummary || this.#open.some(({ tag }) => tag === 'a'),
    });
    this.#text += html.slice(from, to);
    for (let at = from; at < to; at++) this.#offsets.push(at);
  }

  addLetter(letter: string, at: number): void {
    this.#text += letter;
    this.#offsets.push(at);
  }

  meetTag(tag: string, isEnd: boolean): void {
    if (!INLINE.has(tag)) {
      this.endBlock();
      if (tag === 'summary') this.#isSummary = !isEnd;
      this.#kind = /^h[1-6]$|^summary$/.test(tag) && !isEnd ? 'heading' : 'cell';
      return;
    }
    if (!isEnd) {
      if (tag !== 'img' && tag !== 'wbr') this.#open.push({ tag, start: this.#text.length });
      return;
    }
    const index = this.#open.findLastIndex((open) => open.tag === tag);
    if (index < 0) return;
    this.#close(this.#open[index]);
    this.#open.splice(index, 1);
  }

  endBlock(): void {
    for (const open of this.#open) this.#close(open);
    if (/\S/.test(this.#text))
      this.texts.push({
        kind: this.#kind,
        text: this.#text,
        offsets: this.#offsets,
        runs: this.#runs,
        styles: this.#styles,
      });
    this.#text = '';
    this.#offsets = [];
    this.#runs = [];
    this.#styles = [];
    this.#open = this.#open.map(({ tag }) => ({ tag, start: 0 }));
  }

  #close(open: { readonly tag: string; readonly start: number } | undefined): void {
    const style = STYLE_OF[open?.tag ?? ''];
    const start = open?.start ?? 0;
    if (style !== undefined && start < this.#text.length) this.#styles.push({ start, end: this.#text.length, style });
  }
}
