/**
 * The name table of an inventory: one sorted table, cut into chunks that are compressed one by one.
 *
 * A chunk keeps its values in columns, since equal kinds of value compress better side by side. A name is stored as
 * the length that it shares with the name before it and its own rest. Every 128th name is stored whole, and a list says
 * where it starts in each column; a look-up walks over the names from there, and over the rest only when it has found one.
 *
 * A candidate stands once for all releases: a mask says which have it, a line stands for each, signatures only
 * differ where they are told to. Candidates are in the order of the newest release that has them.
 */

import { asciiBytes, asciiText, ByteReader, ByteWriter, sharedLength } from './packed-bytes.ts';

const STRIDE = 128;
const MAX_RECENT = 24;
const COLUMN_COUNT = 11;
const MASK_BITS = 3;
const HAS_LINES = 4;
const HAS_SIGNATURE = 8;
const HAS_OTHER_SIGNATURE = 16;
const HAS_WITHIN = 32;

const PREFIX = 0;
const LETTERS = 1;
const COUNT = 2;
const SHAPE = 3;
const FLAGS = 4;
const REASONS = 5;
const FILE = 6;
const LINE = 7;
const SIGNATURE = 8;
const WITHIN = 9;
const EXPORT = 10;
/** Set on the last letter of a name. */
const LAST_LETTER = 0x80;

const NO_BYTES = new Uint8Array(0);
/** Stands in a signature for the name itself. */
const NAME_MARK = '\u0001';

/** Numbers refer to the lists beside the table: kinds and forms by their order, files, texts and reasons by index. */
export interface PackedCandidate {
  readonly kind: number;
  readonly form: number;
  readonly reasons: number;
  readonly file: number;
  /** Bit `n` set: release `n` has it. */
  readonly mask: number;
  /** By release; 0 where the table does not say. */
  readonly lines: readonly [number, number];
  readonly signatures: readonly [string | undefined, string | undefined];
  /** Index into the texts, -1 for none. */
  readonly within: number;
}

/** 0 none, 1 all, 2 GPL only; `module` and `namespace` are indexes into the texts, -1 for none. */
export interface PackedExport {
  readonly code: number;
  readonly namespace: number;
  readonly module: number;
}

export interface PackedName {
  readonly name: string;
  readonly candidates: readonly PackedCandidate[];
  readonly exports: readonly [PackedExport, PackedExport];
}

export const NO_EXPORT: PackedExport = { code: 0, namespace: -1, module: -1 };

/** Bytes of one chunk, not compressed. Names come sorted by code units and are ASCII. */
export function packNames(names: readonly PackedName[]): Uint8Array {
  const columns = Array.from({ length: COLUMN_COUNT }, () => new ByteWriter());
  const column = (index: number): ByteWriter => columns[index] as ByteWriter;
  let previous = '';
  const places = new PlaceCoder();
  const strides = new StrideWriter();
  for (const [index, { name, candidates, exports }] of names.entries()) {
    if (index % STRIDE === 0) {
      previous = '';
      places.restart();
      strides.add(columns, places.file);
    }
    const shared = sharedLength(previous, name);
    previous = name;
    column(PREFIX).varint(shared);
    const letters = asciiBytes(name.slice(shared));
    letters[letters.length - 1] = (letters.at(-1) ?? 0) | LAST_LETTER;
    column(LETTERS).raw(letters);
    const hasExport = exports[0].code !== 0 || exports[1].code !== 0;
    column(COUNT).varint(candidates.length * 2 + (hasExport ? 1 : 0));
    if (hasExport) packExports(column(EXPORT), exports);
    for (const candidate of candidates) {
      column(FILE).varint(places.codeOfFile(candidate.file));
      packCandidate(columns, candidate, name, places);
    }
  }
  const out = new ByteWriter();
  out.varint(names.length);
  for (const { size } of columns) out.varint(size);
  out.raw(strides.finish());
  for (const writer of columns) out.raw(writer.finish());
  return out.finish();
}

/** Where each stride starts: for every column the distance from the stride before, then the file in force. */
class StrideWriter {
  private readonly out = new ByteWriter();
  private readonly sizes = new Array<number>(COLUMN_COUNT).fill(0);
  private file = 0;

  add(columns: readonly ByteWriter[], file: number): void {
    columns.forEach(({ size }, index) => {
      this.out.varint(size - (this.sizes[index] ?? 0));
      this.sizes[index] = size;
    });
    this.out.signed(file - this.file);
    this.file = file;
  }

  finish(): Uint8Array {
    return this.out.finish();
  }
}

function packCandidate(
  columns: readonly ByteWriter[],
  candidate: PackedCandidate,
  name: string,
  places: PlaceCoder,
): void {
  const column = (index: number): ByteWriter => columns[index] as ByteWriter;
  const { lines, signatures, within, mask } = candidate;
  const [first, second] = signatures;
  const one = first ?? second;
  let flags = mask & MASK_BITS;
  if (lines[0] !== 0 || lines[1] !== 0) flags |= HAS_LINES;
  if (one !== undefined) flags |= HAS_SIGNATURE;
  if (mask === MASK_BITS && first !== second) flags |= HAS_OTHER_SIGNATURE;
  if (within !== -1) flags |= HAS_WITHIN;
  column(SHAPE).byte(candidate.kind * 8 + candidate.form);
  column(FLAGS).byte(flags);
  column(REASONS).varint(candidate.reasons);
  if (flags & HAS_LINES) {
    column(LINE).signed((mask & 1 ? lines[0] : lines[1]) - places.line);
    if (mask === MASK_BITS) column(LINE).signed(lines[1] - lines[0] - places.shift);
    places.noteLines(mask & 1 ? lines[0] : lines[1], mask === MASK_BITS ? lines[1] - lines[0] : places.shift);
  }
  if (flags & HAS_SIGNATURE) packSignature(column(SIGNATURE), first ?? '', second ?? '', flags, mask, name);
  if (flags & HAS_WITHIN) column(WITHIN).varint(within);
}

function packSignature(
  out: ByteWriter,
  first: string,
  second: string,
  flags: number,
  mask: number,
  name: string,
): void {
  const texts = flags & HAS_OTHER_SIGNATURE ? [first, second] : [mask & 1 ? first : second];
  for (const text of texts) {
    const short = text.replace(name, NAME_MARK);
    out.varint(short.length);
    out.raw(asciiBytes(short));
  }
}

function packExports(out: ByteWriter, exports: readonly [PackedExport, PackedExport]): void {
  const [first, second] = exports;
  out.byte(first.code * 4 + second.code);
  for (const { code, namespace, module } of exports) {
    if (code === 0) continue;
    out.varint(namespace + 1);
    out.varint(module + 1);
  }
}

/**
 * Files and lines as differences to what came just before. Neighbours in the alphabet often stand near each other in
 * one file, and a file's lines mostly shift together between releases. Forgets all but the file at every stride.
 */
class PlaceCoder {
  file = 0;
  line = 0;
  shift = 0;
  /** The last one first. */
  private readonly recent = new Int32Array(MAX_RECENT);
  private recentCount = 0;

  restart(file = this.file): void {
    this.file = file;
    this.line = 0;
    this.shift = 0;
    this.recentCount = 0;
  }

  /** Even: the place of the file among the recent ones; odd: the distance from the last one. Makes it the last one. */
  codeOfFile(file: number): number {
    const at = this.recent.subarray(0, this.recentCount).indexOf(file);
    const distance = file - this.file;
    const code = at === -1 ? (distance < 0 ? -distance * 2 - 1 : distance * 2) * 2 + 1 : at * 2;
    this.note(file, at);
    return code;
  }

  readFile(code: number): number {
    const at = code & 1 ? -1 : code >>> 1;
    const rest = Math.floor(code / 2);
    const file =
      at === -1
        ? this.file + (rest & 1 ? -(rest + 1) / 2 : rest / 2)
        : at < this.recentCount
          ? (this.recent[at] ?? 0)
          : 0;
    this.note(file, at);
    return file;
  }

  noteLines(line: number, shift: number): void {
    this.line = line;
    this.shift = shift;
  }

  private note(file: number, at: number): void {
    if (file !== this.file) {
      this.line = 0;
      this.shift = 0;
    }
    if (at === -1 && this.recentCount < MAX_RECENT) this.recentCount++;
    const { recent } = this;
    for (let index = at === -1 ? this.recentCount - 1 : at; index > 0; index--) recent[index] = recent[index - 1] ?? 0;
    recent[0] = file;
    this.file = file;
  }
}

/** One opened chunk. */
export class PackedChunk {
  private readonly columns: readonly Uint8Array[];
  private readonly count: number;
  /** For each stride where it starts in each column. */
  private readonly strideOffsets: Uint32Array;
  private readonly strideFiles: Int32Array;

  constructor(bytes: Uint8Array) {
    const reader = new ByteReader(bytes);
    this.count = reader.varint();
    const sizes = Array.from({ length: COLUMN_COUNT }, () => reader.varint());
    const strides = Math.ceil(this.count / STRIDE);
    this.strideOffsets = new Uint32Array(strides * COLUMN_COUNT);
    this.strideFiles = new Int32Array(strides);
    for (let stride = 0; stride < strides; stride++) {
      const at = stride * COLUMN_COUNT;
      for (let column = 0; column < COLUMN_COUNT; column++) {
        const before = stride === 0 ? 0 : (this.strideOffsets[at + column - COLUMN_COUNT] ?? 0);
        this.strideOffsets[at + column] = before + reader.varint();
      }
      this.strideFiles[stride] = (stride === 0 ? 0 : (this.strideFiles[stride - 1] ?? 0)) + reader.signed();
    }
    this.columns = sizes.map((size) => reader.raw(size));
  }

  get size(): number {
    return this.count;
  }

  /** The record of a name, or `undefined`. */
  find(name: string): PackedName | undefined {
    const stride = this.strideOf(name);
    const step = this.stepOf(name, stride);
    if (step === -1) return undefined;
    const records = this.recordsAt(stride);
    for (let skipped = 0; skipped < step; skipped++) records.skip();
    return records.read(name);
  }

  /** Whether the name is there; cheaper than `find`. */
  has(name: string): boolean {
    return this.stepOf(name, this.strideOf(name)) !== -1;
  }

  /** All records in order. */
  *records(): Generator<PackedName> {
    const names = this.namesAt(0);
    const records = this.recordsAt(0);
    for (let index = 0; index < this.count; index++) {
      names.next();
      if (index % STRIDE === 0) records.restart();
      yield records.read(names.text());
    }
  }

  /** Names that begin with `prefix`, in order, at most `limit`. */
  namesWithPrefix(prefix: string, limit = Number.POSITIVE_INFINITY): readonly string[] {
    const found: string[] = [];
    const stride = this.strideOf(prefix);
    const step = this.stepOf(prefix, stride, true);
    if (step === -1) return found;
    const names = this.namesAt(stride);
    for (let index = 0; index < step; index++) names.next();
    for (let index = stride * STRIDE + step; index < this.count && found.length < limit; index++) {
      names.next();
      const name = names.text();
      if (!name.startsWith(prefix)) break;
      found.push(name);
    }
    return found;
  }

  /**
   * Looks at the names that begin with `prefix`, in order, at most `limit`: -1 when a release exports one of them or has its best
   * definition where `isPublic` says (from reasons and file), else how many were looked at. Makes no text.
   */
  seekPublic(prefix: string, limit: number, isPublic: (reasons: number, file: number) => boolean): number {
    const stride = this.strideOf(prefix);
    const step = this.stepOf(prefix, stride, true);
    if (step === -1) return 0;
    const names = this.namesAt(stride);
    const records = this.recordsAt(stride);
    for (let index = 0; index < step; index++) {
      names.next();
      records.skip();
    }
    let seen = 0;
    for (let index = step; stride * STRIDE + index < this.count && seen < limit; index++, seen++) {
      names.next();
      if (index > 0 && index % STRIDE === 0) records.restart();
      if (!names.startsWith(prefix)) break;
      if (records.isPublic(isPublic)) return -1;
    }
    return seen;
  }

  /** All names in order. */
  *nameTexts(): Generator<string> {
    const names = this.namesAt(0);
    for (let index = 0; index < this.count; index++) {
      names.next();
      yield names.text();
    }
  }

  /** Calls `visit` with the letters of every name, the first `length` bytes of what is lent, and its number. */
  visitNames(visit: (letters: Uint8Array, length: number, number: number) => void): void {
    const names = this.namesAt(0);
    for (let index = 0; index < this.count; index++) {
      names.next();
      visit(names.letters, names.length, index);
    }
  }

  /** The name of a number below `size`. */
  nameAt(number: number): string {
    const names = this.namesAt(Math.floor(number / STRIDE));
    for (let left = number % STRIDE; left >= 0; left--) names.next();
    return names.text();
  }

  /** The last stride whose first name is not after `name`. */
  private strideOf(name: string): number {
    let low = 0;
    let high = this.strideFiles.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (this.startsAfter(middle, name)) high = middle;
      else low = middle;
    }
    return low;
  }

  /** Whether the first name of the stride, which stands whole, is after `name`. */
  private startsAfter(stride: number, name: string): boolean {
    const letters = this.columnAt(LETTERS);
    const from = this.strideOffsets[stride * COLUMN_COUNT + LETTERS] ?? 0;
    for (let position = 0; ; position++) {
      const code = letters[from + position] ?? LAST_LETTER;
      if (position === name.length) return true;
      const order = (code & 0x7f) - name.charCodeAt(position);
      if (order !== 0) return order > 0;
      if (code & LAST_LETTER) return false;
    }
  }

  /**
   * How many names of the stride stand before this one, -1 when it is not there. As names are sorted, the length that
   * each shares with the one before tells without its letters whether it can be the name, stand before or behind it.
   * `isPrefix`: before the first that begins so; the length of the stride when only the next stride can have it.
   */
  private stepOf(name: string, stride: number, isPrefix = false): number {
    const prefixes = this.readerAt(PREFIX, stride);
    const letters = this.columnAt(LETTERS);
    let at = this.strideOffsets[stride * COLUMN_COUNT + LETTERS] ?? 0;
    const last = Math.min(STRIDE, this.count - stride * STRIDE);
    let matched = 0;
    for (let step = 0; step < last; step++) {
      const shared = prefixes.varint();
      if (shared < matched) return -1;
      let position = shared;
      let code = 0;
      if (shared > matched) {
        while ((code & LAST_LETTER) === 0) code = letters[at++] ?? LAST_LETTER;
        continue;
      }
      let order = 0;
      while ((code & LAST_LETTER) === 0) {
        code = letters[at++] ?? LAST_LETTER;
        if (order !== 0) continue;
        order = (code & 0x7f) - (position < name.length ? name.charCodeAt(position) : -1);
        if (order === 0) position++;
      }
      if (order > 0) return isPrefix && position === name.length ? step : -1;
      if (order === 0 && position === name.length) return step;
      matched = position;
    }
    return isPrefix ? last : -1;
  }

  private namesAt(stride: number): NameCursor {
    return new NameCursor(this.readerAt(PREFIX, stride), this.readerAt(LETTERS, stride));
  }

  private recordsAt(stride: number): RecordCursor {
    const readers = this.columns.map((_, column) => this.readerAt(column, stride));
    return new RecordCursor(readers, this.strideFiles[stride] ?? 0);
  }

  private readerAt(column: number, stride: number): ByteReader {
    return new ByteReader(this.columnAt(column), this.strideOffsets[stride * COLUMN_COUNT + column] ?? 0);
  }

  private columnAt(column: number): Uint8Array {
    return this.columns[column] ?? NO_BYTES;
  }
}

/** Walks over the names of a chunk. */
class NameCursor {
  private readonly prefixes: ByteReader;
  private readonly rests: ByteReader;
  readonly letters = new Uint8Array(512);
  length = 0;

  constructor(prefixes: ByteReader, rests: ByteReader) {
    this.prefixes = prefixes;
    this.rests = rests;
  }

  /** Moves to the next name. */
  next(): void {
    let at = this.prefixes.varint();
    for (let code = this.rests.byte(); ; code = this.rests.byte()) {
      this.letters[at++] = code & 0x7f;
      if (code & LAST_LETTER || at >= this.letters.length) break;
    }
    this.length = at;
  }

  startsWith(prefix: string): boolean {
    if (this.length < prefix.length) return false;
    for (let at = 0; at < prefix.length; at++) if (this.letters[at] !== prefix.charCodeAt(at)) return false;
    return true;
  }

  text(): string {
    return asciiText(this.letters.subarray(0, this.length));
  }
}

/** Walks over the records of a chunk, all columns but those of names in step. */
class RecordCursor {
  private readonly places = new PlaceCoder();
  private readonly readers: readonly ByteReader[];
  /** Of the candidate that was skipped last; its file is that of `places`. */
  private mask = 0;
  private reasons = 0;

  constructor(readers: readonly ByteReader[], file: number) {
    this.readers = readers;
    this.places.restart(file);
  }

  restart(): void {
    this.places.restart();
  }

  read(name: string): PackedName {
    const count = this.column(COUNT).varint();
    const exports = count & 1 ? this.readExports() : ([NO_EXPORT, NO_EXPORT] as const);
    const candidates: PackedCandidate[] = [];
    for (let index = 0; index < count >> 1; index++) candidates.push(this.readCandidate(name));
    return { name, candidates, exports };
  }

  skip(): void {
    const count = this.column(COUNT).varint();
    if (count & 1) this.skipExports();
    for (let index = 0; index < count >> 1; index++) this.skipCandidate();
  }

  /** Whether a release exports the name or has its best definition where `isPublicPlace` says. */
  isPublic(isPublicPlace: (reasons: number, file: number) => boolean): boolean {
    const count = this.column(COUNT).varint();
    const exported = count & 1 ? this.skipExports() : 0;
    let seen = 0;
    let found = false;
    for (let index = 0; index < count >> 1; index++) {
      this.skipCandidate();
      if (this.mask & exported) found = true;
      if (this.mask & ~seen && isPublicPlace(this.reasons, this.places.file)) found = true;
      seen |= this.mask;
    }
    return found;
  }

  private readCandidate(name: string): PackedCandidate {
    const shape = this.column(SHAPE).byte();
    const flags = this.column(FLAGS).byte();
    const reasons = this.column(REASONS).varint();
    const file = this.places.readFile(this.column(FILE).varint());
    const mask = flags & MASK_BITS;
    const lines = this.readLines(flags);
    const signatures = this.readSignatures(flags, name);
    const within = flags & HAS_WITHIN ? this.column(WITHIN).varint() : -1;
    return { kind: shape >> 3, form: shape & 7, reasons, file, mask, lines, signatures, within };
  }

  private skipCandidate(): void {
    this.column(SHAPE).at++;
    const flags = this.column(FLAGS).byte();
    this.mask = flags & MASK_BITS;
    this.reasons = this.column(REASONS).varint();
    this.places.readFile(this.column(FILE).varint());
    if (flags & HAS_LINES) this.stepLines(this.mask);
    if (flags & HAS_SIGNATURE) {
      this.skipSignature();
      if (flags & HAS_OTHER_SIGNATURE) this.skipSignature();
    }
    if (flags & HAS_WITHIN) this.column(WITHIN).varint();
  }

  private skipSignature(): void {
    const signature = this.column(SIGNATURE);
    const length = signature.varint();
    signature.at += length;
  }

  private readLines(flags: number): readonly [number, number] {
    if (!(flags & HAS_LINES)) return [0, 0];
    const mask = flags & MASK_BITS;
    this.stepLines(mask);
    const { line: one, shift } = this.places;
    return [mask & 1 ? one : 0, mask & 2 ? (mask & 1 ? one + shift : one) : 0];
  }

  private stepLines(mask: number): void {
    const { places } = this;
    const line = places.line + this.column(LINE).signed();
    places.noteLines(line, mask === MASK_BITS ? places.shift + this.column(LINE).signed() : places.shift);
  }

  private readSignatures(flags: number, name: string): readonly [string | undefined, string | undefined] {
    if (!(flags & HAS_SIGNATURE)) return [undefined, undefined];
    const read = (): string | undefined => {
      const length = this.column(SIGNATURE).varint();
      if (length === 0) return undefined;
      return asciiText(this.column(SIGNATURE).raw(length)).replace(NAME_MARK, name);
    };
    const first = read();
    if (flags & HAS_OTHER_SIGNATURE) return [first, read()];
    return [flags & 1 ? first : undefined, flags & 2 ? first : undefined];
  }

  private readExports(): readonly [PackedExport, PackedExport] {
    const codes = this.column(EXPORT).byte();
    const read = (code: number): PackedExport => {
      if (code === 0) return NO_EXPORT;
      const namespace = this.column(EXPORT).varint() - 1;
      return { code, namespace, module: this.column(EXPORT).varint() - 1 };
    };
    const first = read(codes >> 2);
    return [first, read(codes & 3)];
  }

  /** Releases that export the name, as bits. */
  private skipExports(): number {
    const column = this.column(EXPORT);
    const codes = column.byte();
    const exported = (codes >> 2 ? 1 : 0) | (codes & 3 ? 2 : 0);
    for (let left = exported === MASK_BITS ? 4 : 2; left > 0; left--) column.varint();
    return exported;
  }

  private column(index: number): ByteReader {
    return this.readers[index] as ByteReader;
  }
}
