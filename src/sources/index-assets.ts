/**
 * Finds the file that a link or an embed of a note means. Nothing is opened and no path is joined to the file system: a target is looked
 * up among the files that were listed, so that `..` cannot lead out of the notes.
 */
import type { SourceAsset } from './read-sources.ts';

export interface AssetIndex {
  /**
   * The asset that `target`, as written in the note `file` of `root`, leads to: relative to the note; from the top when it begins with a
   * slash, also inside the folders that generators serve from the top. Escapes are decoded, query and fragment cut off. `undefined` when
   * there is none, or the target has a scheme or climbs above the root.
   */
  find(root: string, file: string, target: string): SourceAsset | undefined;
  /** The asset of this name as vaults embed them: a path from the top, or the name alone; of several the shortest path, then the first. */
  findByName(root: string, name: string): SourceAsset | undefined;
}

const RE_SCHEME = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i;
/** Folders whose content Hugo, Jekyll, Docusaurus and their like serve from the top. */
const SERVED_FOLDERS = ['', 'static/', 'public/', 'assets/'];

export function indexAssets(assets: readonly SourceAsset[]): AssetIndex {
  const byPath = new Map<string, SourceAsset>();
  const byName = new Map<string, SourceAsset>();
  for (const asset of assets) {
    byPath.set(keyOf(asset.root, asset.file), asset);
    const key = keyOf(asset.root, asset.file.split('/').at(-1) ?? '').toLowerCase();
    const other = byName.get(key);
    if (other === undefined || isNearer(asset.file, other.file)) byName.set(key, asset);
  }
  const findFromTop = (root: string, path: string) =>
    SERVED_FOLDERS.map((folder) => byPath.get(keyOf(root, folder + path))).find((asset) => asset !== undefined);
  return {
    find: (root, file, target) => {
      const path = cleanTarget(target);
      if (path === undefined) return undefined;
      const fromTop = path.startsWith('/');
      const full = normalisePath(fromTop ? path : `${file.split('/').slice(0, -1).join('/')}/${path}`);
      if (full === undefined) return undefined;
      return fromTop ? findFromTop(root, full) : byPath.get(keyOf(root, full));
    },
    findByName: (root, name) => {
      const path = normalisePath(name);
      if (path === undefined) return undefined;
      return byPath.get(keyOf(root, path)) ?? byName.get(keyOf(root, path.split('/').at(-1) ?? '').toLowerCase());
    },
  };
}

function keyOf(root: string, path: string): string {
  return `${root}\0${path}`;
}

function isNearer(file: string, other: string): boolean {
  const [depth, otherDepth] = [file.split('/').length, other.split('/').length];
  return depth === otherDepth ? file < other : depth < otherDepth;
}

function cleanTarget(target: string): string | undefined {
  if (RE_SCHEME.test(target)) return undefined;
  const path = target.replace(/[?#].*$/s, '');
  try {
    return decodeURIComponent(path);
  } catch {
    return path; // A percent sign that is no escape is part of the name.
  }
}

/** Path from the top without `.` and `..`; `undefined` when it is empty or climbs above the top. */
function normalisePath(path: string): string | undefined {
  const names: string[] = [];
  for (const name of path.split('/')) {
    if (name === '' || name === '.') continue;
    if (name !== '..') names.push(name);
    else if (names.pop() === undefined) return undefined;
  }
  return names.length > 0 ? names.join('/') : undefined;
}
