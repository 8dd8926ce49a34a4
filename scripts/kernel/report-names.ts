/** What the commands `list`, `show` and `diff` print, for people and for programs. */
import type { Candidate, Inventory, NameRecord, ReleaseFacts } from '../../src/kernel/inventory.ts';

/** A name of a list, with the releases that have it. */
export interface ListedName {
  readonly name: string;
  readonly kinds: readonly string[];
  readonly releases: readonly string[];
}

/** One exported name that differs. `before` and `after`: licence and signature; absent where the release does not export it. */
export interface ExportChange {
  readonly name: string;
  readonly change: 'went' | 'came' | 'changed';
  readonly before?: string | undefined;
  readonly after?: string | undefined;
}

/** Names that begin with `prefix`, in order of code units, at most `limit`. */
export function listNames(inventory: Inventory, prefix: string, limit: number): readonly ListedName[] {
  return inventory.namesWithPrefix(prefix, limit).flatMap((name) => {
    const record = inventory.lookup(name);
    return record === undefined ? [] : [{ name, kinds: record.kinds, releases: Object.keys(record.facts) }];
  });
}

/** Every release of the inventory with its export and its definitions, one a line, best first, the reasons in brackets. */
export function describeRecord(record: NameRecord, inventory: Inventory): readonly string[] {
  return inventory.releases.flatMap((release) => {
    const facts = record.facts[release];
    if (facts === undefined) return [`${release}: not defined`];
    const document = inventory.documentOf(record.name, release);
    const count = facts.candidates.length;
    return [
      `${release}: ${count} ${count === 1 ? 'definition' : 'definitions, best first'}; ${exportWords(facts)}`,
      ...facts.candidates.map((candidate, index) => `  ${index + 1}. ${candidateLine(candidate)}`),
      ...(document === undefined ? [] : [`  printed in ${document}`]),
    ];
  });
}

/** What two releases are compared by: the lists that a build wrote, or where one has none what the sources say. */
export type ExportBasis = 'build' | 'source';

/** `build` where both releases were indexed with a Module.symvers. */
export function exportBasis(older: Inventory, from: string, newer: Inventory, to: string): ExportBasis {
  return hasBuildList(older, from) && hasBuildList(newer, to) ? 'build' : 'source';
}

/** Exported names that came, went or changed licence or signature, by name; what counts as exported says `basis`. */
export function compareExports(
  older: Inventory,
  from: string,
  newer: Inventory,
  to: string,
  basis: ExportBasis = exportBasis(older, from, newer, to),
): readonly ExportChange[] {
  const left = exportsOf(older, from, basis);
  const right = exportsOf(newer, to, basis);
  return [...new Set([...left.keys(), ...right.keys()])].sort().flatMap((name): readonly ExportChange[] => {
    const before = left.get(name);
    const after = right.get(name);
    if (before === after) return [];
    if (after === undefined) return [{ name, change: 'went', before }];
    if (before === undefined) return [{ name, change: 'came', after }];
    return [{ name, change: 'changed', before, after }];
  });
}

/** One change as a line: `- name`, `+ name`, `~ name`, then what was and what is. */
export function changeLine({ name, change, before, after }: ExportChange): string {
  switch (change) {
    case 'went':
      return `- ${name}\t${before}`;
    case 'came':
      return `+ ${name}\t${after}`;
    case 'changed':
      return `~ ${name}\t${before}\n  ${' '.repeat(name.length)}\t${after}`;
  }
}

function exportWords({ export: licence, exportedBy, namespace }: ReleaseFacts): string {
  if (licence === undefined) return 'not exported';
  const space = namespace === undefined ? '' : ` in namespace ${namespace}`;
  const by =
    exportedBy === undefined ? ', by the source only: this configuration does not build it' : ` by ${exportedBy}`;
  return `exported to ${licence === 'gpl' ? 'GPL modules' : 'all modules'}${space}${by}`;
}

function candidateLine({ kind, form, file, line, signature, within, reasons }: Candidate): string {
  const parts = [
    `${kind}${form === 'plain' ? '' : ` (${form})`}`,
    line === undefined ? file : `${file}:${line}`,
    signature,
    within === undefined ? undefined : `in ${within}`,
    reasons.length === 0 ? undefined : `[${reasons.join(', ')}]`,
  ];
  return parts.filter((part) => part !== undefined).join('  ');
}

function hasBuildList(inventory: Inventory, release: string): boolean {
  for (const { facts } of inventory.exportedNames()) if (facts[release]?.exportedBy !== undefined) return true;
  return false;
}

/** Licence and signature of every name that a release exports. */
function exportsOf(inventory: Inventory, release: string, basis: ExportBasis): ReadonlyMap<string, string> {
  const out = new Map<string, string>();
  for (const { name, facts: byRelease } of inventory.exportedNames()) {
    const facts = byRelease[release];
    if (facts === undefined || !isExported(facts, basis)) continue;
    out.set(name, [facts.export, facts.candidates[0]?.signature].filter((part) => part !== undefined).join(' '));
  }
  return out;
}

function isExported({ export: licence, exportedBy, candidates }: ReleaseFacts, basis: ExportBasis): boolean {
  if (basis === 'build') return exportedBy !== undefined;
  return licence !== undefined && candidates.some(({ reasons }) => reasons.includes('exported-here'));
}
