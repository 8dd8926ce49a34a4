/** Line starts of a text, for places in it. Lines end at `\n`, `\r\n` or a lone `\r`. */
export class SourceLines {
  readonly #starts: number[] = [0];
  readonly text: string;
  readonly #hasPairs: boolean;
  /** Offset and column of the latest answer. */
  #last: readonly [offset: number, column: number] = [0, 1];

  constructor(text: string) {
    this.text = text;
    this.#hasPairs = /[\ud800-\udfff]/.test(text);
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) this.#starts.push(at + 1);
    }
  }

  /** Number of lines, at least 1. */
  get count(): number {
    return this.#starts.length;
  }

  /** Line of a UTF-16 offset, from 1. */
  lineAt(offset: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  }

  /** Offset at which a line begins; lines count from 1. */
  startOf(line: number): number {
    return this.#starts[line - 1] ?? this.text.length;
  }

  /** The last line from `from` to `to` that holds more than blanks; `from` when none does. */
  lastTextLine(from: number, to: number): number {
    for (let line = Math.min(to, this.count); line > from; line--) if (this.lineText(line).trim() !== '') return line;
    return from;
  }

  /** Column of a UTF-16 offset, from 1, in Unicode characters. Quickest when asked in the order of the text. */
  columnAt(offset: number): number {
    const start = this.startOf(this.lineAt(offset));
    if (!this.#hasPairs) return offset - start + 1;
    let [at, column] = this.#last;
    if (at < start || at > offset) [at, column] = [start, 1];
    for (; at < offset; at++) {
      const code = this.text.charCodeAt(at);
      if (code < 0xdc00 || code > 0xdfff) column++;
    }
    this.#last = [offset, column];
    return column;
  }

  /** A line without its end. */
  lineText(line: number): string {
    return this.text.slice(this.startOf(line), this.startOf(line + 1)).replace(/\r?\n$|\r$/, '');
  }
}
