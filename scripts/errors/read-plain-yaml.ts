/**
 * Reads the plain part of YAML that front matter of errors is written in: mappings, lists and scalars of one line, and
 * literal blocks. It is ten times as fast as reading all of YAML, which counts where an answer is waited for. Whatever it
 * does not know for sure makes it give up, and then the whole language is asked.
 */

const RE_KEY = /^([A-Za-z_][\w-]*):(?: +(.*))?$/;
const RE_INTEGER = /^-?(?:0|[1-9]\d{0,14})$/;
// What begins another kind of scalar, or could be a comment, a second key or a word with a meaning of its own.
const RE_UNSURE =
  /^[&*!%@`{}[\]#,?|>]|^[-:?](?: |$)| #|: |:$|^(?:~|null|Null|NULL|true|false|True|False|TRUE|FALSE)$|\t/;

class Unsure extends Error {}

/** The value of a document, or undefined when it holds anything beyond that part of YAML. */
export function readPlainYaml(text: string): unknown {
  try {
    const reader = new Reader(text.split(/\r?\n/));
    return reader.readAll();
  } catch (error) {
    if (error instanceof Unsure) return undefined;
    throw error;
  }
}

class Reader {
  readonly #lines: string[];
  #at = 0;

  constructor(lines: readonly string[]) {
    this.#lines = lines.filter((line, index) => line !== '' || index < lines.length - 1);
  }

  readAll(): unknown {
    const value = this.#readNode(0);
    if (this.#at < this.#lines.length) throw new Unsure();
    return value;
  }

  get #line(): string {
    return this.#lines[this.#at] ?? '';
  }

  #readNode(indent: number): unknown {
    return this.#line.startsWith('- ', indent) ? this.#readList(indent) : this.#readMapping(indent);
  }

  #readList(indent: number): unknown[] {
    const items: unknown[] = [];
    while (this.#at < this.#lines.length && indentOf(this.#line) === indent && this.#line.startsWith('- ', indent)) {
      const rest = this.#line.slice(indent + 2);
      if (RE_KEY.test(rest)) {
        this.#lines[this.#at] = `${' '.repeat(indent + 2)}${rest}`;
        items.push(this.#readMapping(indent + 2));
      } else {
        this.#at += 1;
        items.push(this.#readScalar(rest, indent));
      }
    }
    return items;
  }

  #readMapping(indent: number): Record<string, unknown> {
    const mapping: Record<string, unknown> = {};
    while (this.#at < this.#lines.length && indentOf(this.#line) === indent && !this.#line.startsWith('- ', indent)) {
      const match = RE_KEY.exec(this.#line.slice(indent));
      const key = match?.[1];
      if (key === undefined || Object.hasOwn(mapping, key) || key === '__proto__') throw new Unsure();
      this.#at += 1;
      mapping[key] = match?.[2] === undefined ? this.#readBelow(indent) : this.#readScalar(match[2], indent);
    }
    return mapping;
  }

  #readBelow(indent: number): unknown {
    const below = indentOf(this.#line);
    if (this.#line === '' || (below <= indent && !this.#line.startsWith('- ', indent))) throw new Unsure();
    return this.#readNode(below);
  }

  #readScalar(text: string, indent: number): unknown {
    if (text === '|-' || text === '|') return this.#readBlock(indent) + (text === '|' ? '\n' : '');
    if (text.startsWith("'")) {
      if (!/^'(?:[^']|'')*'$/.test(text)) throw new Unsure();
      return text.slice(1, -1).replaceAll("''", "'");
    }
    if (text.startsWith('"')) {
      if (!/^"(?:[^"\\]|\\["\\nt])*"$/.test(text)) throw new Unsure();
      return JSON.parse(text);
    }
    if (RE_INTEGER.test(text)) return Number(text);
    if (text === '[]') return [];
    if (text === 'true' || text === 'false') return text === 'true';
    const isNumberLike =
      text.trim() !== text || text === '' || !Number.isNaN(Number(text)) || /^[-+]?\.(?:\d|inf|nan)/i.test(text);
    if (isNumberLike || RE_UNSURE.test(text) || this.#continues(indent)) throw new Unsure();
    return text;
  }

  /** A plain scalar may go on in deeper lines, which is left to others. */
  #continues(indent: number): boolean {
    return this.#at < this.#lines.length && this.#line !== '' && indentOf(this.#line) > indent;
  }

  #readBlock(indent: number): string {
    const inner = indentOf(this.#line);
    const lines: string[] = [];
    if (inner <= indent) throw new Unsure();
    while (this.#at < this.#lines.length && indentOf(this.#line) >= inner && this.#line.trim() !== '') {
      lines.push(this.#line.slice(inner));
      this.#at += 1;
    }
    return lines.join('\n');
  }
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}
