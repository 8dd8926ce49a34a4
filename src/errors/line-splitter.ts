const RE_LINE_END = /\r\n|\n|\r(?!$)/;

/** Cuts text that comes in chunks into lines, ended by LF, CR LF or CR; line ends are left out. */
export class LineSplitter {
  #rest: string[] = [];

  /** The lines that are complete now. Work is linear in the chunk, however long the line that it belongs to. */
  push(chunk: string): string[] {
    if (chunk === '') return [];
    const lines: string[] = [];
    // A carriage return at the end of the last chunk ended a line, unless its line feed comes now.
    if (!chunk.startsWith('\n') && this.#rest.at(-1)?.endsWith('\r') === true) lines.push(this.#takeRest(''));
    const parts = chunk.includes('\r') ? chunk.split(RE_LINE_END) : chunk.split('\n');
    const last = parts.pop() ?? '';
    for (const [index, part] of parts.entries()) lines.push(index === 0 ? this.#takeRest(part) : part);
    if (last !== '') this.#rest.push(last);
    return lines;
  }

  /** The last line, if it has no end; afterwards the splitter is as new. */
  finish(): string[] {
    return this.#rest.length === 0 ? [] : [this.#takeRest('')];
  }

  #takeRest(end: string): string {
    const line = this.#rest.length === 0 ? end : this.#rest.join('') + end;
    this.#rest = [];
    return line.endsWith('\r') ? line.slice(0, -1) : line;
  }
}
