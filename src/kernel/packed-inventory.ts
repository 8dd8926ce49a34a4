/**
 * An inventory as its files hold it: a description, the name table in chunks, the list of files, short texts and the
 * fingerprints of words. Parts are opened when they are first needed. Where the bytes come from is the caller's matter.
 */
import { ENTITY_KINDS } from '../model/entity.ts';
import { RANK_REASONS, type RankReason } from '../model/name-in-release.ts';
import { classifyPath, reasonOfPath } from './classify-path.ts';
import type { DocumentPart } from './find-document.ts';
import {
  CANDIDATE_FORMS,
  type Candidate,
  type FileRecord,
  type InventorySource,
  type NameRecord,
  type ReleaseFacts,
} from './inventory.ts';
import { NearTable } from './near-names.ts';
import { PackedTexts } from './packed-bytes.ts';
import { PackedFiles } from './packed-files.ts';
import { PackedChunk, type PackedExport, type PackedName } from './packed-names.ts';
import { hashWord, WordFilter } from './word-filter.ts';

/** `about.json` of an inventory. */
export interface InventoryAbout {
  readonly version: 1;
  /** What the files hold, in sentences for people. */
  readonly holds: readonly string[];
  readonly releases: readonly string[];
  readonly packageVersions: Readonly<Record<string, string>>;
  readonly coverage: 'shipped' | 'full';
  readonly counts: Readonly<Record<string, number>>;
  /** Sets of reasons, as bits in the order of `RANK_REASONS`. */
  readonly reasons: readonly number[];
  /** Bits of a fingerprint in the two sets of words. */
  readonly wordBits: number;
  readonly leftBits: number;
  /** Bits of a fingerprint in the set of words that are near a public name; a local index has none, its words are exact. */
  readonly nearBits?: number | undefined;
  readonly chunks: readonly { readonly first: string; readonly offset: number; readonly length: number }[];
}

/** What a document includes, with the releases as bits. */
export interface ReleasedPart extends DocumentPart {
  readonly mask: number;
}

/** Gives the unpacked bytes of a part. */
export interface InventoryBytes {
  readonly about: InventoryAbout;
  chunk(index: number): Uint8Array;
  files(): Uint8Array;
  texts(): Uint8Array;
  words(): Uint8Array;
  left(): Uint8Array;
  near(): Uint8Array;
  /** Words that are no names, with their letters; a local index has them. */
  wordList(): Uint8Array;
  documentParts(): readonly ReleasedPart[];
}

/** Numbers of names count on from chunk to chunk by this. */
const CHUNK_STEP = 2 ** 16;

const PUBLIC_BIT = 1 << RANK_REASONS.indexOf('public-header');
const EXPORT_CODES = [undefined, 'all', 'gpl'] as const;

export class PackedInventory implements InventorySource {
  readonly releases: readonly string[];
  readonly packageVersions: Readonly<Record<string, string>>;
  readonly coverage: 'shipped' | 'full';
  readonly about: InventoryAbout;
  private readonly bytes: InventoryBytes;
  private readonly chunks: (PackedChunk | undefined)[];
  private readonly found = new Map<string, NameRecord | undefined>();
  private readonly filesByBase = new Map<string, readonly FileRecord[]>();
  private readonly reasonLists = new Map<number, readonly RankReason[]>();
  /** Reason bits by file, -1 where nobody has asked yet. */
  private pathReasons: Int32Array | undefined;
  /** By mask. */
  private readonly releaseLists: (readonly string[])[] = [];
  private openedFiles: PackedFiles | undefined;
  private openedTexts: PackedTexts | undefined;
  private documentPartsByFile: ReadonlyMap<string, readonly ReleasedPart[]> | undefined;
  private nearTable: NearTable | undefined;
  private wordFilter: WordFilter | undefined;
  private leftFilter: WordFilter | undefined;
  private nearFilter: WordFilter | undefined;

  constructor(bytes: InventoryBytes) {
    this.bytes = bytes;
    this.about = bytes.about;
    this.releases = bytes.about.releases;
    this.packageVersions = bytes.about.packageVersions;
    this.coverage = bytes.about.coverage;
    this.chunks = bytes.about.chunks.map(() => undefined);
  }

  findName(name: string): NameRecord | undefined {
    if (this.found.has(name)) return this.found.get(name);
    const packed = this.findPacked(name);
    const record = packed === undefined ? undefined : this.unpackName(packed);
    this.found.set(name, record);
    return record;
  }

  hasName(name: string): boolean {
    if (this.found.has(name)) return this.found.get(name) !== undefined;
    return this.chunkAt(this.chunkIndex(name))?.has(name) === true;
  }

  namesNear(folded: string, edits: number): readonly string[] {
    return this.nearNames()
      .near(folded, edits)
      .map((number) => this.chunkAt(Math.floor(number / CHUNK_STEP))?.nameAt(number % CHUNK_STEP) ?? '');
  }

  isCommonPart(part: string): boolean {
    return this.nearNames().isCommonPart(part);
  }

  /** The record as the table holds it. */
  findPacked(name: string): PackedName | undefined {
    return this.chunkAt(this.chunkIndex(name))?.find(name);
  }

  /** All records in order of names. */
  *packedNames(): Generator<PackedName> {
    for (let index = 0; index < this.chunks.length; index++) {
      const chunk = new PackedChunk(this.bytes.chunk(index));
      yield* chunk.records();
    }
  }

  /** All names in order. */
  *nameTexts(): Generator<string> {
    for (let index = 0; index < this.chunks.length; index++)
      yield* new PackedChunk(this.bytes.chunk(index)).nameTexts();
  }

  /** Words of the tree that are no names, in order; those of a local index. */
  wordTexts(): readonly string[] {
    const texts = new PackedTexts(this.bytes.wordList());
    return Array.from({ length: texts.count }, (_, index) => texts.text(index));
  }

  /** Records that pass, in order of names; keeps nothing. */
  *records(isWanted: (record: NameRecord) => boolean): Generator<NameRecord> {
    for (const packed of this.packedNames()) {
      const record = this.unpackName(packed);
      if (isWanted(record)) yield record;
    }
  }

  *exportedNames(): Generator<NameRecord> {
    for (const packed of this.packedNames())
      if (packed.exports.some(({ code }) => code !== 0)) yield this.unpackName(packed);
  }

  namesWithPrefix(prefix: string, limit: number): readonly string[] {
    const names: string[] = [];
    for (let index = this.chunkIndex(prefix); index < this.chunks.length; index++) {
      if (index > 0 && prefix !== '' && !this.mayHold(index, prefix)) break;
      for (const name of this.chunkAt(index)?.namesWithPrefix(prefix, limit - names.length) ?? []) names.push(name);
      if (names.length >= limit) break;
    }
    return names;
  }

  isPublicPrefix(prefix: string, limit: number): boolean {
    let left = limit;
    for (let index = this.chunkIndex(prefix); index < this.chunks.length && left > 0; index++) {
      if (index > 0 && prefix !== '' && !this.mayHold(index, prefix)) break;
      const seen =
        this.chunkAt(index)?.seekPublic(prefix, left, (reasons, file) => this.isPublicPlace(reasons, file)) ?? 0;
      if (seen === -1) return true;
      left -= seen;
    }
    return false;
  }

  findFile(path: string): FileRecord | undefined {
    const mask = this.places().maskOf(path);
    return mask === 0 ? undefined : { path, releases: this.releasesOf(mask) };
  }

  filesNamed(baseName: string): readonly FileRecord[] {
    let found = this.filesByBase.get(baseName);
    if (found === undefined) {
      found = this.places()
        .named(baseName)
        .map((index) => this.fileAt(index));
      this.filesByBase.set(baseName, found);
    }
    return found;
  }

  wordOccurs(word: string): boolean {
    return this.words().has(hashWord(word)) || this.isLeftOut(word) || this.hasName(word);
  }

  isKnownWord(word: string): boolean {
    const { nearBits } = this.about;
    if (nearBits === undefined) return this.wordOccurs(word);
    this.nearFilter ??= new WordFilter(this.bytes.near(), nearBits);
    return this.hasName(word) || this.nearFilter.has(hashWord(word));
  }

  isLeftOut(name: string): boolean {
    this.leftFilter ??= new WordFilter(this.bytes.left(), this.about.leftBits);
    return this.leftFilter.has(hashWord(name)) && !this.hasName(name);
  }

  documentParts(file: string, release: string): readonly DocumentPart[] {
    this.documentPartsByFile ??= groupByFile(this.bytes.documentParts());
    const bit = 1 << this.releases.indexOf(release);
    return this.documentPartsByFile.get(file)?.filter(({ mask }) => mask & bit) ?? [];
  }

  /** All parts with the releases as bits, for joining inventories. */
  releasedParts(): readonly ReleasedPart[] {
    return this.bytes.documentParts();
  }

  /** The set of words that the name table does not have. */
  words(): WordFilter {
    this.wordFilter ??= new WordFilter(this.bytes.words(), this.about.wordBits);
    return this.wordFilter;
  }

  /** Files in the order in which the name table counts them. */
  files(): readonly FileRecord[] {
    return Array.from({ length: this.places().count }, (_, index) => this.fileAt(index));
  }

  texts(): readonly string[] {
    const texts = this.allTexts();
    return Array.from({ length: texts.count }, (_, index) => texts.text(index));
  }

  private places(): PackedFiles {
    this.openedFiles ??= new PackedFiles(this.bytes.files(), 2 ** this.releases.length - 1);
    return this.openedFiles;
  }

  private fileAt(index: number): FileRecord {
    return { path: this.places().path(index), releases: this.releasesOf(this.places().mask(index)) };
  }

  private allTexts(): PackedTexts {
    this.openedTexts ??= new PackedTexts(this.bytes.texts());
    return this.openedTexts;
  }

  private unpackName(packed: PackedName): NameRecord {
    const present = new Set(packed.candidates.map(({ kind }) => kind));
    const facts: Partial<Record<string, ReleaseFacts>> = {};
    this.releases.forEach((release, index) => {
      const candidates = packed.candidates
        .filter(({ mask }) => mask & (1 << index))
        .map((candidate): Candidate => {
          const line = candidate.lines[index] ?? 0;
          return {
            kind: ENTITY_KINDS[candidate.kind] ?? 'function',
            form: CANDIDATE_FORMS[candidate.form] ?? 'plain',
            file: this.places().path(candidate.file),
            line: line === 0 ? undefined : line,
            signature: candidate.signatures[index],
            within: candidate.within === -1 ? undefined : this.allTexts().text(candidate.within),
            reasons: this.reasonsOf(candidate.reasons, candidate.file),
          };
        });
      if (candidates.length > 0) facts[release] = { candidates, ...this.unpackExport(packed.exports[index]) };
    });
    return { name: packed.name, kinds: ENTITY_KINDS.filter((_, index) => present.has(index)), facts };
  }

  private isPublicPlace(set: number, file: number): boolean {
    return (this.reasonBits(set, file) & PUBLIC_BIT) !== 0;
  }

  /** Stored reasons and the one that the file's place gives. */
  private reasonBits(set: number, file: number): number {
    this.pathReasons ??= new Int32Array(this.places().count).fill(-1);
    let pathBits = this.pathReasons[file] ?? 0;
    if (pathBits === -1) {
      pathBits = bitOf(reasonOfPath(classifyPath(this.places().path(file))));
      this.pathReasons[file] = pathBits;
    }
    return (this.about.reasons[set] ?? 0) | pathBits;
  }

  private reasonsOf(set: number, file: number): readonly RankReason[] {
    const bits = this.reasonBits(set, file);
    let list = this.reasonLists.get(bits);
    if (list === undefined) {
      list = RANK_REASONS.filter((_, index) => bits & (1 << index));
      this.reasonLists.set(bits, list);
    }
    return list;
  }

  private unpackExport(packed: PackedExport | undefined): Partial<ReleaseFacts> {
    if (packed === undefined || packed.code === 0) return {};
    return {
      export: EXPORT_CODES[packed.code],
      namespace: packed.namespace === -1 ? undefined : this.allTexts().text(packed.namespace),
      exportedBy: packed.module === -1 ? undefined : this.allTexts().text(packed.module),
    };
  }

  /** Releases of a mask; one list for all that have the same. */
  private releasesOf(mask: number): readonly string[] {
    for (let one = this.releaseLists.length; one <= mask; one++)
      this.releaseLists.push(this.releases.filter((_, index) => one & (1 << index)));
    return this.releaseLists[mask] ?? [];
  }

  private nearNames(): NearTable {
    if (this.nearTable !== undefined) return this.nearTable;
    const table = new NearTable();
    for (let index = 0; index < this.chunks.length; index++)
      this.chunkAt(index)?.visitNames((letters, length, number) => {
        table.add(letters, length, index * CHUNK_STEP + number);
      });
    table.finish();
    this.nearTable = table;
    return table;
  }

  /** The last chunk whose first name is not after `name`. */
  private chunkIndex(name: string): number {
    let low = 0;
    let high = this.chunks.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.about.chunks[middle]?.first ?? '') <= name) low = middle;
      else high = middle;
    }
    return low;
  }

  private mayHold(index: number, prefix: string): boolean {
    const first = this.about.chunks[index]?.first ?? '';
    return first <= prefix || first.startsWith(prefix);
  }

  private chunkAt(index: number): PackedChunk | undefined {
    if (index >= this.chunks.length) return undefined;
    this.chunks[index] ??= new PackedChunk(this.bytes.chunk(index));
    return this.chunks[index];
  }
}

function bitOf(reason: RankReason | undefined): number {
  return reason === undefined ? 0 : 1 << RANK_REASONS.indexOf(reason);
}

function groupByFile(parts: readonly ReleasedPart[]): ReadonlyMap<string, readonly ReleasedPart[]> {
  const groups = new Map<string, ReleasedPart[]>();
  for (const part of parts) {
    const group = groups.get(part.file);
    if (group === undefined) groups.set(part.file, [part]);
    else group.push(part);
  }
  return groups;
}
