import { copyFileSync, mkdirSync, readdirSync, readFileSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';

/** Moves every file below `from` to the same place below `to`; one with the same bytes is left alone. */
export function moveTree(from: string, to: string): void {
  for (const entry of readdirSync(from, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const source = resolve(entry.parentPath, entry.name);
    const target = resolve(to, relative(from, source));
    mkdirSync(dirname(target), { recursive: true });
    if (isSame(source, target)) continue;
    try {
      renameSync(source, target);
    } catch {
      copyFileSync(source, target); // Another file system.
    }
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
