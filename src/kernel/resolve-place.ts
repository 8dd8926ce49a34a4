import type { EntityKind, Release } from '../model/entity.ts';
import type { FileRecord, Inventory } from './inventory.ts';

/** Where a header, source or document that notes name lies: as named, elsewhere, or nowhere. */
export type Place =
  | { readonly state: 'present'; readonly file: string }
  | { readonly state: 'moved'; readonly file: string }
  | { readonly state: 'absent' };

/** Folders in which `#include <…>` finds a header, in the order of the compiler for x86, generated ones last. */
const INCLUDE_FOLDERS = [
  'arch/x86/include/',
  'arch/x86/include/generated/',
  'include/',
  'arch/x86/include/uapi/',
  'arch/x86/include/generated/uapi/',
  'include/uapi/',
  'include/generated/uapi/',
  'include/generated/',
] as const;
/** `mm/vmscan` for what `mm/vmscan.c` holds, or a module of that name. */
const RE_WITHOUT_ENDING = /\/[^/.]+$/;
const ENDINGS = ['.c', '.h', '.S', '.rst', '.sh'] as const;
/** Seen from the folder that holds the tree. */
const RE_ABOVE_TREE = /^linux(?:-\d[\w.-]*)?\/(.+)$/;
const RE_TRANSLATION = /^Documentation\/translations\//;
const RE_TRANSLATION_OR_DEVICE = /^Documentation\/(?:translations|devicetree\/bindings|arch|arm|arm64|powerpc)\//;
const RE_DOCUMENT_ENDING = /\.(?:rst|txt|md|tmpl|xml|yaml)$/;

/**
 * `present` where the path itself exists, `moved` where exactly one likely file of the same base name does: below the
 * same top folder if there is one, in the folder that the path itself became (`kernel/module.c` to `kernel/module/`).
 */
export function resolvePlace(name: string, kind: EntityKind, release: Release, inventory: Inventory): Place {
  const isIn = (path: string) => inventory.findFile(path)?.releases.includes(release) === true;
  for (const path of spellings(name, kind)) if (isIn(path)) return { state: 'present', file: path };
  if (!name.includes('/')) return lonelyBase(name, release, inventory);
  const moved = movedFile(name, kind, release, inventory);
  return moved === undefined ? { state: 'absent' } : { state: 'moved', file: moved };
}

function spellings(name: string, kind: EntityKind): readonly string[] {
  const path = name.replace(/^\.\//, '');
  const out = [path, `${path}/`];
  if (kind === 'header') out.push(...INCLUDE_FOLDERS.map((folder) => folder + path));
  if (RE_WITHOUT_ENDING.test(path)) out.push(...ENDINGS.map((ending) => path + ending));
  const below = RE_ABOVE_TREE.exec(path)?.[1];
  if (below !== undefined) out.push(below);
  return out;
}

/** A bare `printk.c` names whichever file is called so; it is neither moved nor absent. */
function lonelyBase(name: string, release: Release, inventory: Inventory): Place {
  const files = inventory.filesNamed(name).filter(({ releases }) => releases.includes(release));
  const best = files.sort(
    (a, b) => distanceFromCore(a.path) - distanceFromCore(b.path) || (a.path < b.path ? -1 : 1),
  )[0];
  return best === undefined ? { state: 'absent' } : { state: 'present', file: best.path };
}

function movedFile(name: string, kind: EntityKind, release: Release, inventory: Inventory): string | undefined {
  const trimmed = name.replace(/\/$/, '');
  const base = trimmed.slice(trimmed.lastIndexOf('/') + 1);
  if (/^(?:Kconfig|Kbuild|Makefile)$/.test(base)) return undefined;
  const stem = base.replace(/\.\w+$/, '');
  const top = trimmed.slice(0, trimmed.indexOf('/') + 1);
  const endings = kind === 'document' ? [base, `${stem}.rst`, `${stem}.txt`, `${stem}.md`, `${stem}.yaml`] : [base];
  const isIn = ({ releases }: FileRecord) => releases.includes(release);
  const named = [...new Set(endings)].flatMap((ending) => inventory.filesNamed(ending)).filter(isIn);
  const roots = kind === 'header' ? INCLUDE_FOLDERS.map((folder) => folder + top) : [top];
  const near = named.filter(({ path }) => roots.some((root) => path.startsWith(root)));
  const pool =
    near.length > 0
      ? near
      : named.filter(({ path }) => kind === 'header' && /^(?:include|arch\/x86\/include)\//.test(path));
  // A general guide such as `Documentation/gpio.txt` did not become what describes one device or one machine.
  const strange = /^Documentation\/[^/]+$/.test(trimmed) ? RE_TRANSLATION_OR_DEVICE : RE_TRANSLATION;
  const files = pool.filter(({ path }) => !strange.test(path));
  if (files.length === 0) return folderOf(trimmed, release, inventory);
  const within = files.filter(({ path }) => path.startsWith(`${trimmed.replace(/\.\w+$/, '')}/`));
  if (within.length > 0) return closest(within, trimmed);
  if (kind === 'source' && !RE_DOCUMENT_ENDING.test(base)) {
    const folder = trimmed.slice(0, trimmed.lastIndexOf('/') + 1);
    const below = files.filter(({ path }) => path.startsWith(folder));
    const all = named.filter(({ path }) => !/^(?:tools|samples|scripts|arch)\//.test(path));
    // Another file of a common base name is no new place of this one.
    if (below.length !== 1 && all.length !== 1) return folderOf(trimmed, release, inventory);
    return (below.length === 1 ? below[0] : all[0])?.path;
  }
  return closest(files, trimmed);
}

/** A file that became a folder of its name: its `main.c`, or the folder. */
function folderOf(path: string, release: Release, inventory: Inventory): string | undefined {
  const folder = `${path.replace(/\.\w+$/, '')}/`;
  const candidates = [`${folder}main.c`, `${folder}core.c`, `${folder}index.rst`, folder];
  return candidates.find((candidate) => inventory.findFile(candidate)?.releases.includes(release) === true);
}

/** The file that shares most of its folders with the path; none where two are equally near. */
function closest(files: readonly FileRecord[], path: string): string | undefined {
  const score = (candidate: string): number => {
    const wanted = new Set(path.split('/'));
    const parts = candidate.split('/');
    return parts.filter((part) => wanted.has(part)).length * 4 - parts.length;
  };
  const ranked = files.map((file) => ({ path: file.path, score: score(file.path) })).sort((a, b) => b.score - a.score);
  if (ranked.length > 1 && ranked[0]?.score === ranked[1]?.score) return undefined;
  return ranked[0]?.path;
}

function distanceFromCore(path: string): number {
  const order = [
    'kernel/',
    'include/linux/',
    'mm/',
    'fs/',
    'lib/',
    'net/',
    'drivers/',
    'include/',
    'arch/x86/',
    'Documentation/',
  ];
  const at = order.findIndex((folder) => path.startsWith(folder));
  return (at === -1 ? order.length : at) * 16 + path.split('/').length;
}
