import { classifyPath, isPublicHeader, type PathClass } from '../../src/kernel/classify-path.ts';
import { CANDIDATE_FORMS } from '../../src/kernel/inventory.ts';
import { NO_EXPORT, type PackedCandidate, type PackedExport, type PackedName } from '../../src/kernel/packed-names.ts';
import { ENTITY_KINDS, type EntityKind } from '../../src/model/entity.ts';
import { RANK_REASONS, type RankReason } from '../../src/model/name-in-release.ts';
import { FLAG_DECLARATION } from './candidate-store.ts';
import { type Truth, UNKNOWN } from './evaluate-condition.ts';
import type { TreeIndex } from './index-tree.ts';
import { rankCandidate } from './rank-candidates.ts';
import { writeInventory } from './write-inventory.ts';

const DECLARED_KINDS: ReadonlySet<EntityKind> = new Set(['function', 'variable', 'macro', 'syscall']);

/** Writes the full inventory of one tree into `dir` and returns the sizes of its files. */
export async function packTree(
  dir: string,
  release: string,
  tree: TreeIndex,
): Promise<Readonly<Record<string, number>>> {
  const ranker = new TreeRanker(tree);
  return writeInventory(dir, {
    releases: [release],
    packageVersions: { [release]: tree.packageVersion },
    coverage: 'full',
    holds: [
      `Names of Linux ${release} with every definition that a scan of its source tree found, best first.`,
      `Read from package version ${tree.packageVersion}. Facts about sources under the GPL; no text of them.`,
    ],
    files: tree.files.map((text) => ({ text, mark: 1 })),
    texts: ranker.texts,
    names: ranker.names(),
    documentParts: tree.documentParts.map((part) => ({ ...part, mask: 1 })),
    wordHashes: () => tree.words.sortedWithout(tree.store.names),
    wordTexts: () => tree.words.textsWithout(tree.store.names),
    leftHashes: () => new Uint32Array(0),
    reasons: ranker.reasonSets,
    quality: 4,
  });
}

interface RankedRow {
  readonly row: number;
  readonly score: number;
  readonly reasons: number;
}

class TreeRanker {
  readonly texts: readonly string[];
  readonly reasonSets: number[] = [];
  private readonly tree: TreeIndex;
  private readonly textIndexes: ReadonlyMap<string, number>;
  private readonly reasonIndexes = new Map<number, number>();
  private readonly classes: readonly PathClass[];
  private readonly builds: readonly Truth[];

  constructor(tree: TreeIndex) {
    this.tree = tree;
    const texts = new Set<string>();
    for (let row = 0; row < tree.store.length; row++) {
      const within = tree.store.withinAt(row);
      if (within !== undefined) texts.add(within);
    }
    for (const { namespace, module } of tree.exports.values()) {
      if (namespace !== undefined) texts.add(namespace);
      if (module !== undefined) texts.add(module);
    }
    this.texts = [...texts].sort();
    this.textIndexes = new Map(this.texts.map((text, index) => [text, index]));
    this.classes = tree.files.map(classifyPath);
    this.builds = tree.files.map((path) => (path.endsWith('.c') ? tree.makefiles.builds(path) : UNKNOWN));
  }

  /** Every name in order of code units, its candidates best first. */
  *names(): Generator<PackedName> {
    const { store, exports } = this.tree;
    const { starts, rows } = store.groupByName();
    for (const index of store.names.sorted()) {
      const name = store.names.text(index);
      const ranked = this.rank(name, rows.subarray(starts[index], starts[index + 1]));
      const found = exports.get(name);
      const packedExport: PackedExport =
        found === undefined
          ? NO_EXPORT
          : {
              code: found.isGpl ? 2 : 1,
              namespace: this.textIndex(found.namespace),
              module: this.textIndex(found.module),
            };
      yield { name, candidates: ranked.map((one) => this.packRow(one)), exports: [packedExport, NO_EXPORT] };
    }
  }

  private rank(name: string, rows: Uint32Array): readonly RankedRow[] {
    const [only] = rows;
    if (only !== undefined && rows.length === 1) return [this.rankRow(name, only)];
    const ranked: RankedRow[] = [];
    for (const row of rows) ranked.push(this.rankRow(name, row));
    ranked.sort((a, b) => b.score - a.score || a.row - b.row);
    const { store } = this.tree;
    const isDefinition = ({ row, score }: RankedRow) =>
      (store.flagsAt(row) & FLAG_DECLARATION) === 0 && DECLARED_KINDS.has(store.kindAt(row)) && score > 0;
    const hasDefinition = ranked.some(isDefinition);
    const seen = new Set<string>();
    // Beside a definition one declaration stays, last: the header to include.
    const header = hasDefinition ? ranked.find(({ row }) => this.isPublicDeclaration(row)) : undefined;
    const kept = ranked.filter(({ row }) => {
      if (hasDefinition && store.flagsAt(row) & FLAG_DECLARATION) return false;
      const key = `${store.kindAt(row)} ${store.fileAt(row)} ${store.lineOf(row)} ${store.withinAt(row) ?? ''}`;
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    });
    return header === undefined ? kept : [...kept, header];
  }

  private isPublicDeclaration(row: number): boolean {
    const { store } = this.tree;
    return (
      (store.flagsAt(row) & FLAG_DECLARATION) !== 0 && isPublicHeader(this.classes[store.fileAt(row)] ?? 'private')
    );
  }

  private rankRow(name: string, row: number): RankedRow {
    const { store, files, exportPlaces } = this.tree;
    const file = store.fileAt(row);
    const path = files[file] ?? '';
    const { score, reasons } = rankCandidate({
      kind: store.kindAt(row),
      form: store.formAt(row),
      path,
      pathClass: this.classes[file] ?? 'private',
      flags: store.flagsAt(row),
      within: store.withinAt(row),
      isBuilt: this.builds[file] ?? UNKNOWN,
      isExportedHere: exportPlaces.has(`${name}\n${path}`),
    });
    return { row, score, reasons: this.reasonIndex(reasons) };
  }

  private packRow({ row, reasons }: RankedRow): PackedCandidate {
    const { store } = this.tree;
    return {
      kind: ENTITY_KINDS.indexOf(store.kindAt(row)),
      form: CANDIDATE_FORMS.indexOf(store.formAt(row)),
      reasons,
      file: store.fileAt(row),
      mask: 1,
      lines: [store.lineOf(row), 0],
      signatures: [store.signatureAt(row), undefined],
      within: this.textIndex(store.withinAt(row)),
    };
  }

  private reasonIndex(reasons: readonly RankReason[]): number {
    let bits = 0;
    for (const reason of reasons) bits |= 1 << RANK_REASONS.indexOf(reason);
    const known = this.reasonIndexes.get(bits);
    if (known !== undefined) return known;
    const index = this.reasonSets.push(bits) - 1;
    this.reasonIndexes.set(bits, index);
    return index;
  }

  private textIndex(text: string | undefined): number {
    return text === undefined ? -1 : (this.textIndexes.get(text) ?? -1);
  }
}
