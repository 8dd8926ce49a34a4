/** Finds the values of a front matter in its text, where they stand folded over lines, indented and with escapes. */
export class FrontMatterText {
  readonly #source: string;
  readonly #end: number;

  /** The front matter is `source` up to `end`; 0 where there is none. */
  constructor(source: string, end: number) {
    this.#source = source;
    this.#end = end;
  }

  /** Source offset of each UTF-16 unit of `value`, behind the offset `from`; all 0 when it does not stand there. */
  find(value: string, from = 0): Int32Array {
    const places = new Int32Array(value.length);
    const lead = /^["'\\\s]*/.exec(value)?.[0].length ?? 0;
    const first = /^[^\s"'\\]{1,24}/.exec(value.slice(lead))?.[0] ?? '';
    if (first === '') return places;
    for (
      let at = this.#source.indexOf(first, from);
      at >= 0 && at < this.#end;
      at = this.#source.indexOf(first, at + 1)
    ) {
      if (this.#follow(value, lead, at, places)) return places.fill(at, 0, lead);
    }
    return places.fill(0);
  }

  #follow(value: string, start: number, from: number, places: Int32Array): boolean {
    const source = this.#source;
    let at = from;
    for (let index = start; index < value.length; index++) {
      const wanted = value[index] ?? '';
      if (/\s/.test(wanted)) {
        places[index] = at;
        if (index > 0 && /\s/.test(value[index - 1] ?? '') && !/\s/.test(source[at] ?? '')) continue;
        if (!/\s/.test(source[at] ?? '')) return false;
        while (at < this.#end && /\s/.test(source[at] ?? '')) at++;
        continue;
      }
      // A quote that is doubled, or anything behind a backslash.
      if (source[at] !== wanted && source[at] === '\\') at++;
      if (source[at] !== wanted || at >= this.#end) return false;
      places[index] = at;
      if (wanted === "'" && source[at + 1] === "'" && value[index + 1] !== "'") at++;
      if (wanted === '\\' && source[at + 1] === '\\' && value[index + 1] !== '\\') at++;
      at++;
    }
    return true;
  }
}
