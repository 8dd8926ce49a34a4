import { resolve } from 'node:path';
import { PROJECT_DIR } from '../site.ts';
import { hashFiles, listFiles } from './hash-files.ts';

/** What a draft is made by; a change in any of it makes every cached draft stale. */
const SOURCES = ['src/compiler', 'src/markdown', 'src/diagnostics', 'src/errors', 'src/model', 'src/pictures'];

/** Hash of the compiler's own sources and of the lock file. */
export function pipelineVersion(): string {
  const sources = listFiles(SOURCES.map((dir) => resolve(PROJECT_DIR, dir)));
  return hashFiles([...sources, resolve(PROJECT_DIR, 'package-lock.json')]);
}
