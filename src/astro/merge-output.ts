import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';

/** Moves every file below `from` to the same place below `to`; one with the same bytes is left alone. A folder that is new moves as a whole. */
export function moveTree(from: string, to: string): void {
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const source = resolve(from, entry.name);
    const target = resolve(to, entry.name);
    if (entry.isDirectory()) {
      if (!existsSync(target) && hasMoved(source, target)) continue;
      mkdirSync(target, { recursive: true });
      moveTree(source, target);
    } else if (entry.isFile() && !isSame(source, target) && !hasMoved(source, target)) copyFileSync(source, target);
  }
}

/** Renames; `false` where another file system begins. */
function hasMoved(source: string, target: string): boolean {
  try {
    renameSync(source, target);
    return true;
  } catch {
    return false;
  }
}

/** Deletes the files and empty folders below `dir` that `isWanted` refuses; it is asked with paths relative to `dir`, with `/`. */
export function pruneTree(dir: string, isWanted: (path: string) => boolean, below = ''): boolean {
  let isEmpty = true;
  for (const entry of readdirSync(resolve(dir, below), { withFileTypes: true })) {
    const path = below === '' ? entry.name : `${below}/${entry.name}`;
    if (entry.isDirectory()) {
      if (pruneTree(dir, isWanted, path)) rmdirSync(resolve(dir, path));
      else isEmpty = false;
    } else if (isWanted(path)) isEmpty = false;
    else rmSync(resolve(dir, path), { force: true });
  }
  return isEmpty;
}

function isSame(source: string, target: string): boolean {
  try {
    return readFileSync(source).equals(readFileSync(target));
  } catch {
    return false; // The target is new.
  }
}
