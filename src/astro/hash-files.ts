import { hash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** Paths of all files below `dirs`, sorted; a folder that is not there has none. */
export function listFiles(dirs: readonly string[]): readonly string[] {
  return dirs
    .filter((dir) => existsSync(dir))
    .flatMap((dir) =>
      readdirSync(dir, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => resolve(entry.parentPath, entry.name)),
    )
    .sort();
}

/** Digest of the bytes of files in the order given: what a cache is known by. */
export function hashFiles(files: readonly string[]): string {
  return hash('sha256', files.map((file) => hash('sha256', readFileSync(file), 'hex')).join('\n'), 'hex');
}
