import { hash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { PROJECT_DIR } from '../site.ts';

/** What a draft is made by; a change in any of it makes every cached draft stale. */
const SOURCES = ['src/compiler', 'src/markdown', 'src/diagnostics', 'src/errors', 'src/model', 'src/pictures'];

/** Hash of the compiler's own sources and of the lock file. */
export function pipelineVersion(): string {
  const files = SOURCES.flatMap((dir) =>
    readdirSync(resolve(PROJECT_DIR, dir), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => resolve(entry.parentPath, entry.name)),
  ).sort();
  return hash(
    'sha256',
    [...files, resolve(PROJECT_DIR, 'package-lock.json')]
      .map((file) => hash('sha256', readFileSync(file), 'hex'))
      .join('\n'),
    'hex',
  );
}
