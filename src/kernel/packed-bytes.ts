/**
 * Columns of small numbers and text, as the inventory's files hold them.
 * Numbers are varints: seven bits a byte, low bits first, the high bit set on all bytes but the last.
 */

/** Below this length, putting letters together is quicker than a call of the decoder. */
const SHORT_TEXT = 24;
const DECODER = new TextDecoder('latin1');
const SLASH = 47;

/** A growing row of bytes. */
export class ByteWriter {
  private bytes = new Uint8Array(1 << 12);
  private length = 0;

  get size(): number {
    return this.length;
  }

  byte(value: number): void {
    if (this.length === this.bytes.length) this.grow(1);
    this.bytes[this.length++] = value;
  }

  /** A number from 0 to 2^32 - 1. */
  varint(value: number): void {
    let rest = value >>> 0;
    while (rest > 0x7f) {
      this.byte((rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    this.byte(rest);
  }

  /** A number of either sign, small ones in few bytes. */
  signed(value: number): void {
    this.varint(value < 0 ? (-value << 1) - 1 : value << 1);
  }

  raw(bytes: Uint8Array): void {
    this.grow(bytes.length);
    this.bytes.set(bytes, this.length);
    this.length += bytes.length;
  }

  finish(): Uint8Array {
    return this.bytes.slice(0, this.length);
  }

  private grow(extra: number): void {
    if (this.length + extra <= this.bytes.length) return;
    const next = new Uint8Array(Math.max(this.bytes.length * 2, this.length + extra));
    next.set(this.bytes.subarray(0, this.length));
    this.bytes = next;
  }
}

/** A place in bytes that moves as values are read. Reading past the end yields zeros. */
export class ByteReader {
  readonly bytes: Uint8Array;
  at: number;

  constructor(bytes: Uint8Array, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }

  byte(): number {
    return this.bytes[this.at++] ?? 0;
  }

  varint(): number {
    let value = 0;
    let shift = 0;
    for (;;) {
      const byte = this.bytes[this.at++] ?? 0;
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value >>> 0;
      shift += 7;
    }
  }

  signed(): number {
    const value = this.varint();
    return value & 1 ? -((value + 1) / 2) : value / 2;
  }

  raw(length: number): Uint8Array {
    const out = this.bytes.subarray(this.at, this.at + length);
    this.at += length;
    return out;
  }
}

/** Bytes of an ASCII text. */
export function asciiBytes(text: string): Uint8Array {
  const out = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index++) out[index] = text.charCodeAt(index) & 0xff;
  return out;
}

/** Text of ASCII bytes. */
export function asciiText(bytes: Uint8Array): string {
  if (bytes.length > SHORT_TEXT) return DECODER.decode(bytes);
  let out = '';
  for (let at = 0; at < bytes.length; at++) out += String.fromCharCode(bytes[at] ?? 0);
  return out;
}

/** Sorted texts, each as the length it shares with the one before and its own rest, and a mark of one byte. */
export function packTexts(texts: readonly { readonly text: string; readonly mark: number }[]): Uint8Array {
  const columns = [new ByteWriter(), new ByteWriter(), new ByteWriter(), new ByteWriter()] as const;
  let previous = '';
  for (const { text, mark } of texts) {
    const shared = sharedLength(previous, text);
    columns[0].varint(shared);
    columns[1].varint(text.length - shared);
    columns[2].raw(asciiBytes(text.slice(shared)));
    columns[3].byte(mark);
    previous = text;
  }
  const out = new ByteWriter();
  out.varint(texts.length);
  for (const column of columns) {
    out.varint(column.size);
    out.raw(column.finish());
  }
  return out.finish();
}

/** The reverse of `packTexts`, opened whole but without a string for each: one is made when it is asked for, and kept. */
export class PackedTexts {
  readonly count: number;
  private readonly letters: Uint8Array;
  /** Where each text starts in the letters, and the end of the last one. */
  private readonly starts: Uint32Array;
  private readonly marks: Uint8Array;
  private readonly made: (string | undefined)[] = [];

  constructor(bytes: Uint8Array) {
    const reader = new ByteReader(bytes);
    this.count = reader.varint();
    const [shared, rests] = [0, 1].map(() => readVarints(reader.raw(reader.varint()), this.count));
    const packed = reader.raw(reader.varint());
    this.marks = reader.raw(reader.varint());
    this.starts = new Uint32Array(this.count + 1);
    for (let index = 0; index < this.count; index++)
      this.starts[index + 1] = (this.starts[index] ?? 0) + (shared?.[index] ?? 0) + (rests?.[index] ?? 0);
    const letters = new Uint8Array(this.starts[this.count] ?? 0);
    let from = 0;
    let before = 0;
    for (let index = 0; index < this.count; index++) {
      let at = this.starts[index] ?? 0;
      const end = this.starts[index + 1] ?? 0;
      const kept = shared?.[index] ?? 0;
      letters.copyWithin(at, before, before + kept);
      before = at;
      for (at += kept; at < end; at++) letters[at] = packed[from++] ?? 0;
    }
    this.letters = letters;
  }

  /** Empty where there is none of that number. */
  text(index: number): string {
    const known = this.made[index];
    if (known !== undefined) return known;
    if (!(index >= 0 && index < this.count)) return '';
    const text = asciiText(this.letters.subarray(this.starts[index], this.starts[index + 1]));
    this.made[index] = text;
    return text;
  }

  mark(index: number): number {
    return this.marks[index] ?? 0;
  }

  /** Number of the first text that is not before `wanted`, for texts that are sorted by code units. */
  firstFrom(wanted: string): number {
    let low = 0;
    let high = this.count;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.isBefore(middle, wanted)) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  isText(index: number, text: string): boolean {
    const from = this.starts[index] ?? 0;
    return index < this.count && (this.starts[index + 1] ?? 0) - from === text.length && this.hasAt(from, text);
  }

  startsWith(index: number, prefix: string): boolean {
    const from = this.starts[index] ?? 0;
    if (index >= this.count || (this.starts[index + 1] ?? 0) - from < prefix.length) return false;
    return this.hasAt(from, prefix);
  }

  /** Whether what stands behind the last `/` is `ending`. */
  endsInPart(index: number, ending: string): boolean {
    const from = this.lastPart(index);
    return (this.starts[index + 1] ?? 0) - from === ending.length && this.hasAt(from, ending);
  }

  /** Hash of what stands behind the last `/`, from its end, as `hashFromEnd` makes it. */
  hashOfLastPart(index: number): number {
    const from = this.starts[index] ?? 0;
    let hash = 0;
    for (let at = (this.starts[index + 1] ?? 0) - 1; at >= from; at--) {
      const code = this.letters[at] ?? 0;
      if (code === SLASH) break;
      hash = (Math.imul(hash, 31) + code) | 0;
    }
    return hash >>> 0;
  }

  private lastPart(index: number): number {
    const from = this.starts[index] ?? 0;
    let at = this.starts[index + 1] ?? 0;
    while (at > from && this.letters[at - 1] !== SLASH) at--;
    return at;
  }

  private hasAt(from: number, text: string): boolean {
    for (let at = 0; at < text.length; at++) if (this.letters[from + at] !== text.charCodeAt(at)) return false;
    return true;
  }

  private isBefore(index: number, wanted: string): boolean {
    const from = this.starts[index] ?? 0;
    const length = (this.starts[index + 1] ?? 0) - from;
    for (let at = 0; at < length; at++) {
      const order = (this.letters[from + at] ?? 0) - (at < wanted.length ? wanted.charCodeAt(at) : -1);
      if (order !== 0) return order < 0;
    }
    return length < wanted.length;
  }
}

/** Hash of a text from its end. */
export function hashFromEnd(text: string): number {
  let hash = 0;
  for (let at = text.length - 1; at >= 0; at--) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
  return hash >>> 0;
}

/** `count` numbers, read without a reader: there are hundreds of thousands. */
function readVarints(bytes: Uint8Array, count: number): Uint32Array {
  const out = new Uint32Array(count);
  let at = 0;
  for (let index = 0; index < count; index++) {
    let byte = bytes[at++] ?? 0;
    let value = byte & 0x7f;
    for (let shift = 7; byte > 0x7f; shift += 7) {
      byte = bytes[at++] ?? 0;
      value |= (byte & 0x7f) << shift;
    }
    out[index] = value;
  }
  return out;
}

/** Length of the common beginning of two texts. */
export function sharedLength(a: string, b: string): number {
  const limit = Math.min(a.length, b.length);
  let at = 0;
  while (at < limit && a.charCodeAt(at) === b.charCodeAt(at)) at++;
  return at;
}
