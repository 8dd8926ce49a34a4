import { createInventory, type FileRecord, type Inventory, type NameRecord } from '../../../src/kernel/inventory.ts';
import { NearTable } from '../../../src/kernel/near-names.ts';
import { ENTITY_KINDS, type EntityKind, RELEASES, type Release } from '../../../src/model/entity.ts';
import type { RankReason } from '../../../src/model/name-in-release.ts';

/** One definition: kind, place `file:line`, releases that have it, and whether they export it. */
export interface NameFact {
  readonly name: string;
  readonly kind: EntityKind;
  readonly place: string;
  readonly releases?: readonly Release[];
  readonly exported?: 'all' | 'gpl';
  readonly isPrivate?: boolean;
  /** Instead of those that `isPrivate` stands for. */
  readonly reasons?: readonly RankReason[];
  /** The export stands in a file that the build leaves out. */
  readonly isExportedElsewhere?: boolean;
}

/** An inventory of the given facts, files (in both releases unless named) and words. */
export function memoryInventory(
  facts: readonly NameFact[],
  files: readonly FileRecord[] = [],
  words: readonly string[] = [],
): Inventory {
  const records = new Map<string, NameRecord>();
  for (const name of new Set(facts.map((fact) => fact.name))) {
    const own = facts.filter((fact) => fact.name === name);
    records.set(name, {
      name,
      kinds: ENTITY_KINDS.filter((kind) => own.some((fact) => fact.kind === kind)),
      facts: Object.fromEntries(
        RELEASES.flatMap((release) => {
          const here = own.filter((fact) => (fact.releases ?? RELEASES).includes(release));
          if (here.length === 0) return [];
          const candidates = here.map(({ kind, place, isPrivate, reasons }) => ({
            kind,
            form: 'plain' as const,
            file: place.split(':')[0] ?? '',
            line: Number(place.split(':')[1]),
            reasons: reasons ?? (isPrivate ? (['private-file'] as const) : (['public-header'] as const)),
          }));
          const licence = here[0]?.exported;
          return [
            [
              release,
              {
                candidates,
                export: licence,
                exportedBy: here[0]?.isExportedElsewhere ? undefined : licence && 'vmlinux',
              },
            ],
          ];
        }),
      ),
    });
  }
  const names = [...records.keys()];
  const nearTable = new NearTable();
  for (const [number, name] of names.entries()) nearTable.add(Buffer.from(name), name.length, number);
  nearTable.finish();
  const baseOf = (path: string) => path.replace(/\/$/, '').split('/').at(-1);
  return createInventory({
    releases: RELEASES,
    packageVersions: { '6.1': '1', '6.12': '2' },
    coverage: 'shipped',
    findName: (name) => records.get(name),
    hasName: (name) => records.has(name),
    namesNear: (folded, edits) => nearTable.near(folded, edits).map((number) => names[number] ?? ''),
    findFile: (path) => files.find((file) => file.path === path),
    filesNamed: (baseName) => files.filter((file) => baseOf(file.path) === baseName),
    wordOccurs: (word) => records.has(word) || words.includes(word),
    isCommonPart: (part) => nearTable.isCommonPart(part),
    isKnownWord: (word) => records.has(word) || words.includes(word),
    isLeftOut: (name) => name.startsWith('driver_private_'),
    documentParts: () => [],
    exportedNames: () =>
      [...records.values()]
        .filter(({ facts: byRelease }) => Object.values(byRelease).some((one) => one?.export !== undefined))
        .sort((a, b) => (a.name < b.name ? -1 : 1)),
    isPublicPrefix: (prefix, limit) =>
      [...records.values()]
        .filter(({ name }) => name.startsWith(prefix))
        .sort((a, b) => (a.name < b.name ? -1 : 1))
        .slice(0, limit)
        .some(({ facts: byRelease }) =>
          Object.values(byRelease).some(
            (one) => one?.export !== undefined || one?.candidates[0]?.reasons.includes('public-header') === true,
          ),
        ),
    namesWithPrefix: (prefix, limit) =>
      [...records.keys()]
        .filter((name) => name.startsWith(prefix))
        .sort()
        .slice(0, limit),
  });
}
