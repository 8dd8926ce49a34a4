/**
 * Columns of small numbers and text, as the inventory's files hold them.
 * Numbers are varints: seven bits a byte, low bits first, the high bit set on all bytes but the last.
 */

/** Below this length, putting letters together is quicker than a call of the decoder. */
const SHORT_TEXT = 24;
const DECODER = new TextDecoder('latin1');

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

/** The reverse of `packTexts`. */
export function unpackTexts(bytes: Uint8Array): readonly { readonly text: string; readonly mark: number }[] {
  const reader = new ByteReader(bytes);
  const count = reader.varint();
  const [shared, rest, letters, marks] = [0, 1, 2, 3].map(() => new ByteReader(reader.raw(reader.varint())));
  const out: { text: string; mark: number }[] = [];
  let previous = '';
  if (shared === undefined || rest === undefined || letters === undefined || marks === undefined) return out;
  const all = asciiText(letters.bytes);
  let at = 0;
  for (let index = 0; index < count; index++) {
    const kept = previous.slice(0, shared.varint());
    const end = at + rest.varint();
    previous = kept + all.slice(at, end);
    at = end;
    out.push({ text: previous, mark: marks.byte() });
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
