/**
 * The inventory that a clone carries: two full ones joined and thinned until they fit into six MiB.
 *
 * What is left out stands in `about.json`. Names that are left out stay known as fingerprints, functions and types
 * only, so that no living name is called absent; what the fingerprints know is answered with `unchecked`.
 */

import { classifyPath, isPublicHeader, PATH_REASONS, type PathClass } from '../../src/kernel/classify-path.ts';
import type { DocumentPart } from '../../src/kernel/find-document.ts';
import { CANDIDATE_FORMS } from '../../src/kernel/inventory.ts';
import type { PackedInventory, ReleasedPart } from '../../src/kernel/packed-inventory.ts';
import type { PackedCandidate, PackedExport, PackedName } from '../../src/kernel/packed-names.ts';
import { openPackedInventory } from '../../src/kernel/read-inventory.ts';
import { hashWord } from '../../src/kernel/word-filter.ts';
import { ENTITY_KINDS, type EntityKind } from '../../src/model/entity.ts';
import { RANK_REASONS } from '../../src/model/name-in-release.ts';
import { mergeName, shiftName } from './merge-names.ts';
import { spareWords } from './spare-words.ts';
import { addNearWords, writeInventory } from './write-inventory.ts';

const MAX_CANDIDATES_PER_KIND = 2;

const ALWAYS_KEPT: ReadonlySet<EntityKind> = new Set([
  'config',
  'errno',
  'syscall',
  'parameter',
  'path',
  'section',
  'build',
]);
/** Reasons that the reader works out from the path. */
const PATH_BITS = RANK_REASONS.reduce(
  (bits, reason, index) => (PATH_REASONS.has(reason) ? bits | (1 << index) : bits),
  0,
);
const DECLARATION_BIT = 1 << RANK_REASONS.indexOf('declaration-only');
/** Kinds that notes name even when only one driver has them. */
const RE_NAMED_KINDS = /^(?:struct|union|enum|type)$/;
/** Headers whose structs many drivers meet. */
const RE_FIELD_FILE =
  /^(?:include\/(?:linux|net|uapi\/linux|asm-generic)\/|arch\/x86\/include\/asm\/|kernel\/|mm\/|block\/|fs\/[\w-]+\.h)/;
/** Folders whose private functions people who trace kernels name. */
const RE_OFTEN_NAMED =
  /^(?:fs\/(?:ext4|jbd2|fuse|overlayfs)|net\/(?:unix|packet|netlink|bridge)|virt|drivers\/(?:net\/(?:virtio_net|tun|veth|loopback)|block\/(?:loop|null_blk|brd|virtio_blk)|usb\/core|scsi\/(?:scsi|sd|sg)|input\/(?:input|evdev)|tty\/(?:tty|n_tty)))/;
/** Names of constants, of which drivers have more than a million. */
const RE_CONSTANT = /^[A-Z0-9_]*$/;
/** Options whose prompts are kept. */
const RE_COMMON_KCONFIG = /^(?!drivers\/|arch\/(?!x86\/)|sound\/)/;
const RE_SHARED_FILE = /^(?:include|arch\/x86\/include)\//;
const RE_SIGNATURE_FILE = /^(?:include\/(?:linux|net|asm-generic|crypto)|arch\/x86\/include\/asm)\//;

/** Joins the full inventories of two releases (older first) into `dir` and returns the sizes of its files. */
export async function shipInventory(
  dir: string,
  older: PackedInventory,
  newer: PackedInventory,
  quality: number,
): Promise<Readonly<Record<string, number>>> {
  const releases = [...older.releases, ...newer.releases];
  const joiner = new Joiner(older, newer);
  const sizes = await writeInventory(dir, {
    releases,
    packageVersions: { ...older.packageVersions, ...newer.packageVersions },
    coverage: 'shipped',
    holds: [
      `Names of Linux ${releases.join(' and ')} with the places that define them, best first, read from Debian's source and header packages of the versions below.`,
      'Facts about sources that are under the GPL; no text of them.',
      'Left out: functions, variables, constants and members that only one driver or one other architecture knows, test code, and programs under tools/ and samples/;',
      'all but the best two definitions of a kind outside public headers; signatures outside public headers unless exported; lines of private functions and of constants of single subsystems.',
      '"npm run kernel -- fetch 6.1 6.12" makes a full local index.',
    ],
    files: joiner.files,
    texts: joiner.texts,
    names: joiner.names(),
    documentParts: joinParts(older.releasedParts(), newer.releasedParts()),
    wordHashes: () => joiner.wordHashes(),
    leftHashes: () => joiner.leftHashes(),
    reasons: joiner.reasonSets,
    quality,
  });
  const shipped = openPackedInventory(dir);
  const near = spareWords(shipped, [older, newer]);
  return { ...sizes, ...(await addNearWords(dir, shipped.about, near, quality)) };
}

class Joiner {
  readonly files: readonly { readonly text: string; readonly mark: number }[];
  /** Grows while names are read. */
  readonly texts: string[] = [];
  readonly reasonSets: number[] = [];
  private readonly older: PackedInventory;
  private readonly newer: PackedInventory;
  private readonly classes: readonly PathClass[];
  private readonly paths: readonly string[];
  private readonly left = new Set<number>();
  private readonly knownTexts: string[] = [];
  private readonly knownTextIndexes = new Map<string, number>();
  private readonly usedTextIndexes = new Map<number, number>();
  private readonly reasonIndexes = new Map<number, number>();

  constructor(older: PackedInventory, newer: PackedInventory) {
    this.older = older;
    this.newer = newer;
    const marks = new Map<string, number>();
    for (const { path } of older.files()) marks.set(path, 1);
    for (const { path } of newer.files()) marks.set(path, (marks.get(path) ?? 0) | 2);
    this.files = [...marks].map(([text, mark]) => ({ text, mark })).sort((a, b) => (a.text < b.text ? -1 : 1));
    this.paths = this.files.map(({ text }) => text);
    this.classes = this.paths.map(classifyPath);
  }

  /** Hashes of words that stand somewhere in a tree without being defined there. */
  wordHashes(): Uint32Array {
    const hashes = new Set<number>();
    for (const value of this.older.words().fingerprints()) hashes.add(value);
    for (const value of this.newer.words().fingerprints()) hashes.add(value);
    return Uint32Array.from(hashes).sort();
  }

  /** Hashes of defined names that the thinned table does not have; complete once `names` has been read to its end. */
  leftHashes(): Uint32Array {
    return Uint32Array.from(this.left).sort();
  }

  *names(): Generator<PackedName> {
    const first = this.translated(this.older);
    const second = this.translated(this.newer);
    let a = first.next();
    let b = second.next();
    while (!a.done || !b.done) {
      let joined: PackedName;
      if (b.done || (!a.done && a.value.name < b.value.name)) {
        joined = a.value as PackedName;
        a = first.next();
      } else if (a.done || b.value.name < a.value.name) {
        joined = shiftName(b.value);
        b = second.next();
      } else {
        joined = mergeName(a.value, b.value);
        a = first.next();
        b = second.next();
      }
      const thin = this.thin(joined);
      if (thin !== undefined) yield thin;
      else if (!RE_CONSTANT.test(joined.name) && this.isMissed(joined)) this.left.add(hashWord(joined.name));
    }
  }

  /** Members and variables of single drivers are not even kept as fingerprints; members of public headers are, since notes write them like calls. */
  private isMissed({ candidates }: PackedName): boolean {
    return candidates.some(({ kind, file }) => {
      const name = ENTITY_KINDS[kind];
      if (name === 'field') return isPublicHeader(this.classes[file] ?? 'private');
      return name !== 'variable';
    });
  }

  /** Records of one inventory in the numbers of the joined one. */
  private *translated(inventory: PackedInventory): Generator<PackedName> {
    const fileIndexes = new Map(this.paths.map((path, index) => [path, index]));
    const files = inventory.files().map(({ path }) => fileIndexes.get(path) ?? 0);
    const texts = inventory.texts().map((text) => this.knownText(text));
    const textOf = (index: number): number => (index === -1 ? -1 : (texts[index] ?? -1));
    const reasons = inventory.about.reasons.map((bits) => this.reasonIndex(bits & ~PATH_BITS));
    const exportOf = (one: PackedExport): PackedExport => ({
      code: one.code,
      namespace: textOf(one.namespace),
      module: textOf(one.module),
    });
    for (const { name, candidates, exports } of inventory.packedNames()) {
      yield {
        name,
        candidates: candidates.map((candidate) => ({
          ...candidate,
          file: files[candidate.file] ?? 0,
          within: textOf(candidate.within),
          reasons: reasons[candidate.reasons] ?? 0,
        })),
        exports: [exportOf(exports[0]), exportOf(exports[1])],
      };
    }
  }

  private thin(joined: PackedName): PackedName | undefined {
    const isExported = joined.exports.some(({ code }) => code !== 0);
    const counts = new Map<string, number>();
    const candidates: PackedCandidate[] = [];
    const hasDefinition = joined.candidates.some((candidate) => !this.isHeaderToInclude(candidate));
    const isDeclared = joined.candidates.some((candidate) => this.isCommonDeclaration(candidate));
    for (const candidate of joined.candidates) {
      const kind = ENTITY_KINDS[candidate.kind] ?? 'function';
      if (!this.isKept(candidate, kind, isExported, isDeclared)) continue;
      if (hasDefinition && this.isHeaderToInclude(candidate)) {
        candidates.push({ ...candidate, within: -1, lines: [0, 0], signatures: [undefined, undefined] });
        continue;
      }
      const key = `${kind} ${candidate.mask}`;
      const count = (counts.get(key) ?? 0) + 1;
      const isInHeader = kind !== 'field' && RE_SHARED_FILE.test(this.paths[candidate.file] ?? '');
      if (count > MAX_CANDIDATES_PER_KIND && !isInHeader) continue;
      counts.set(key, count);
      candidates.push(this.thinCandidate(candidate, kind, isExported));
    }
    if (!isDeclared && candidates.every((candidate) => hasDefinition && this.isHeaderToInclude(candidate)))
      return undefined;
    this.addForOtherRelease(joined, candidates);
    const [first, second] = joined.exports;
    return { ...joined, candidates, exports: [this.usedExport(first), this.usedExport(second)] };
  }

  /**
   * Where a kind, or all of the name, is kept for one release only although the other has it too, keeps the best place
   * of that release: a driver's function that moved to a public header must not count as missing before.
   */
  private addForOtherRelease(joined: PackedName, candidates: PackedCandidate[]): void {
    const kinds = new Set(candidates.map(({ kind }) => kind));
    for (const bit of [1, 2]) {
      const kept = candidates.filter(({ mask }) => mask & bit);
      const best = joined.candidates.find(
        (candidate) =>
          candidate.mask & bit &&
          (kept.length === 0 || kinds.has(candidate.kind)) &&
          !kept.some(({ kind }) => kind === candidate.kind) &&
          !this.isHeaderToInclude(candidate) &&
          this.classes[candidate.file] !== 'outside-kernel',
      );
      if (best !== undefined)
        candidates.push({ ...best, mask: bit, within: -1, lines: [0, 0], signatures: [undefined, undefined] });
    }
  }

  /** Declared where any module finds it, though it may be defined in a private file. */
  private isCommonDeclaration(candidate: PackedCandidate): boolean {
    const pathClass = this.classes[candidate.file];
    return (pathClass === 'include-linux' || pathClass === 'arch-header') && this.isHeaderToInclude(candidate);
  }

  /** A declaration in a public header; only its place matters. */
  private isHeaderToInclude({ reasons, file }: PackedCandidate): boolean {
    return ((this.reasonSets[reasons] ?? 0) & DECLARATION_BIT) !== 0 && isPublicHeader(this.classes[file] ?? 'private');
  }

  private isKept(candidate: PackedCandidate, kind: EntityKind, isExported: boolean, isDeclared: boolean): boolean {
    const path = this.paths[candidate.file] ?? '';
    const form = CANDIDATE_FORMS[candidate.form];
    if (ALWAYS_KEPT.has(kind) || isExported) return true;
    if (kind === 'field') return RE_FIELD_FILE.test(path);
    switch (this.classes[candidate.file] ?? 'private') {
      case 'include-linux':
      case 'arch-header':
      case 'asm-generic':
      case 'core':
        return true;
      case 'include':
        return true;
      case 'x86':
        return kind !== 'macro' || form === 'function-like';
      case 'private':
        if (kind === 'module' || RE_NAMED_KINDS.test(kind)) return true;
        return kind === 'function' && (isDeclared || RE_OFTEN_NAMED.test(path));
      case 'other-architecture':
        return RE_NAMED_KINDS.test(kind);
      case 'boot':
      case 'test':
      case 'outside-kernel':
        return false;
    }
  }

  private thinCandidate(candidate: PackedCandidate, kind: EntityKind, isExported: boolean): PackedCandidate {
    const path = this.paths[candidate.file] ?? '';
    const isShared = RE_SHARED_FILE.test(path);
    const isCore = this.classes[candidate.file] === 'core' && CANDIDATE_FORMS[candidate.form] !== 'static';
    const isConstant =
      kind === 'macro' && CANDIDATE_FORMS[candidate.form] !== 'function-like' && !RE_SIGNATURE_FILE.test(path);
    const keepsLine = (isShared && !isConstant) || isExported || isCore || ALWAYS_KEPT.has(kind);
    const isCallable = kind === 'function' || kind === 'field' || CANDIDATE_FORMS[candidate.form] === 'function-like';
    const keepsSignature =
      isExported || ALWAYS_KEPT.has(kind) || kind === 'errno' || (RE_SIGNATURE_FILE.test(path) && isCallable);
    return {
      ...candidate,
      within: this.usedText(candidate.within),
      lines: keepsLine ? candidate.lines : [0, 0],
      signatures:
        kind === 'config' && !RE_COMMON_KCONFIG.test(path)
          ? typesOnly(candidate.signatures)
          : keepsSignature
            ? candidate.signatures
            : [undefined, undefined],
    };
  }

  /** Number of a text while names are joined; only texts that the table uses get a place in it. */
  private knownText(text: string): number {
    const known = this.knownTextIndexes.get(text);
    if (known !== undefined) return known;
    this.knownTextIndexes.set(text, this.knownTexts.length);
    return this.knownTexts.push(text) - 1;
  }

  private usedText(known: number): number {
    if (known === -1) return -1;
    const used = this.usedTextIndexes.get(known);
    if (used !== undefined) return used;
    this.usedTextIndexes.set(known, this.texts.length);
    return this.texts.push(this.knownTexts[known] ?? '') - 1;
  }

  private usedExport({ code, namespace, module }: PackedExport): PackedExport {
    return { code, namespace: this.usedText(namespace), module: this.usedText(module) };
  }

  private reasonIndex(bits: number): number {
    const known = this.reasonIndexes.get(bits);
    if (known !== undefined) return known;
    const index = this.reasonSets.push(bits) - 1;
    this.reasonIndexes.set(bits, index);
    return index;
  }
}

/** Parts of both releases, each once, with the releases that have it. */
function joinParts(older: readonly ReleasedPart[], newer: readonly ReleasedPart[]): readonly ReleasedPart[] {
  const masks = new Map<string, number>();
  const note = ({ mask: _, ...part }: ReleasedPart, bit: number): void => {
    const key = JSON.stringify(part);
    masks.set(key, (masks.get(key) ?? 0) | bit);
  };
  for (const part of older) note(part, 1);
  for (const part of newer) note(part, 2);
  return [...masks].map(([key, mask]) => ({ ...(JSON.parse(key) as DocumentPart), mask }));
}

/** `tristate` of `tristate "Prompt"`. */
function typesOnly([first, second]: PackedCandidate['signatures']): PackedCandidate['signatures'] {
  const typeOf = (signature: string | undefined) => signature?.replace(/ ?".*$/, '') || undefined;
  return [typeOf(first), typeOf(second)];
}
