import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The parts of the harness on which an outcome hangs: what is run, and how it is judged. */
const HARNESS = [
  'guest-script.ts',
  'build-module.ts',
  'judge-log.ts',
  'parse-guest-log.ts',
  'derive-verdict.ts',
  'derive-error-run.ts',
];

/**
 * Sixteen hexadecimal digits that change exactly when a file of the case or a deciding part of the harness does. Prose
 * (`index.md`) does not count. Names and contents go in, in code-unit order of the names.
 */
export function hashCase(dir: string, harnessDir: string = dirname(fileURLToPath(import.meta.url))): string {
  const hash = createHash('sha256');
  for (const name of HARNESS)
    hash
      .update(`${name}\0`)
      .update(readFileSync(join(harnessDir, name)))
      .update('\0');
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
