import type { EntityKind, Release } from '../model/entity.ts';
import { RELEASES } from '../model/entity.ts';
import type { Definition, NameInRelease, RankReason } from '../model/name-in-release.ts';
import { documentUrl } from './find-document.ts';
import type { Candidate, Inventory } from './inventory.ts';

export interface NameDescription {
  readonly releases: Readonly<Partial<Record<Release, NameInRelease>>>;
  /** Struct or union whose member the name is. */
  readonly within?: string | undefined;
}

const MOST_DEFINITIONS = 5;
const FOREIGN_REASONS: ReadonlySet<RankReason> = new Set([
  'other-architecture',
  'not-kernel-code',
  'other-configuration',
]);

/** What the inventory knows of a name that notes take for `kind`; no releases where it knows nothing. */
export function describeName(name: string, kind: EntityKind, inventory: Inventory): NameDescription {
  const releases: Partial<Record<Release, NameInRelease>> = {};
  let within: string | undefined;
  for (const release of RELEASES) {
    const all = inventory.candidates(name, release, kind);
    const defining = all.filter(({ reasons }) => !reasons.includes('declaration-only'));
    const listed = defining.length > 0 ? defining : all;
    if (listed.length === 0) continue;
    if (kind === 'field') within = listed[0]?.within ?? within;
    const document = inventory.documentOf(name, release);
    releases[release] = {
      definitions: listed.slice(0, MOST_DEFINITIONS).map(definitionOf),
      more: Math.max(0, listed.length - MOST_DEFINITIONS),
      header: headerOf(all, release, inventory),
      documentUrl: document === undefined ? undefined : documentUrl(release, document, name),
    };
  }
  return { releases, within };
}

function definitionOf({ kind, file, line, within, reasons }: Candidate): Definition {
  return { kind, file, line, within, reasons };
}

/** The name under which a source includes the best public header that defines or declares the name. */
function headerOf(candidates: readonly Candidate[], release: Release, inventory: Inventory): string | undefined {
  const isFit = ({ file, reasons }: Candidate) => file.endsWith('.h') && reasons.includes('public-header');
  const best =
    candidates.find((one) => isFit(one) && !one.reasons.some((reason) => FOREIGN_REASONS.has(reason))) ??
    candidates.find(isFit);
  return best === undefined ? undefined : includedAs(best.file, release, inventory);
}

/** `linux/io.h` for `arch/x86/include/asm/io.h`: what exists under linux/ is included from there. */
function includedAs(file: string, release: Release, inventory: Inventory): string | undefined {
  if (file.includes('/generated/')) return undefined;
  const path = file
    .replace(/^arch\/x86\/include\//, '')
    .replace(/^include\//, '')
    .replace(/^uapi\//, '')
    .replace(/^asm-generic\//, 'asm/');
  const common = path.replace(/^asm\//, 'linux/');
  return inventory.findFile(`include/${common}`)?.releases.includes(release) === true ? common : path;
}
