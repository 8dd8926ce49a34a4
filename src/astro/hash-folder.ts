import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';

/**
 * Sixteen hexadecimal digits that change exactly when a file below `dir` does. Prose (`index.md`) does not count: it may
 * be mended without a new run. Names and contents go in, in code-unit order of the names. `undefined` without a folder.
 */
export function hashFolder(dir: string): string | undefined {
  if (!existsSync(dir)) return undefined;
  const hash = createHash('sha256');
  for (const file of listFiles(dir)) {
    const name = relative(dir, file).replaceAll('\\', '/');
    if (name !== 'index.md') hash.update(`${name}\0`).update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex').slice(0, 16);
}

/** All files below a folder, absolute, in code-unit order. */
export function listFiles(dir: string): readonly string[] {
  const names = readdirSync(dir).sort((a, b) => (a < b ? -1 : 1));
  return names.flatMap((name) => {
    const path = join(dir, name);
    return statSync(path).isDirectory() ? listFiles(path) : [path];
  });
}
