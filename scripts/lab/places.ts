import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PROJECT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Samples, errors and verdicts. */
export const CONTENT_DIR = join(PROJECT, 'src', 'content');
/** What failing reproductions printed, for the tests of the look-up. */
export const FIXTURES_DIR = join(PROJECT, 'tests', 'fixtures', 'logs', 'lab');

/** Everything that this process builds: two labs at a time must not tread on each other's modules. */
export function workDir(): string {
  return join(PROJECT, '.cache', 'lab', String(process.pid));
}

/** Where the verdicts of a sample are kept. */
export function sampleFile(name: string): string {
  return join(CONTENT_DIR, 'verdicts', 'samples', `${name}.json`);
}

/** Where the runs of an error are kept. */
export function errorFile(slug: string): string {
  return join(CONTENT_DIR, 'verdicts', 'errors', `${slug}.json`);
}

/** The reproductions of an error; what its hash is made of. */
export function reproDir(slug: string): string {
  return join(CONTENT_DIR, 'errors', slug, 'repro');
}
