import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PROJECT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Samples, errors and verdicts: `KERNEL_NOTES_LAB_CONTENT`, by which a test shows another set, else the project's own. */
export function contentDir(): string {
  return process.env['KERNEL_NOTES_LAB_CONTENT'] ?? join(PROJECT, 'src', 'content');
}

/** What failing reproductions printed, for the tests of the look-up; beside the content of a test. */
export function fixturesDir(): string {
  const content = process.env['KERNEL_NOTES_LAB_CONTENT'];
  return content === undefined ? join(PROJECT, 'tests', 'fixtures', 'logs', 'lab') : join(content, 'logs');
}

/** Where each run has a folder of its own. */
export const WORK_ROOT = join(PROJECT, '.cache', 'lab');
/** The tests that need packages and guests. */
export const SELF_TEST = join(PROJECT, 'tests', 'lab', 'broken-on-purpose.test.ts');

/**
 * Everything that this process builds: two labs at a time must not tread on each other's modules. What shall be kept lies
 * where the next lab does not take it for a leftover.
 */
export function workDir(isKept: boolean): string {
  return join(WORK_ROOT, `${isKept ? 'kept-' : ''}${process.pid}`);
}

/** Where the verdicts of a sample are kept. */
export function sampleFile(name: string): string {
  return join(contentDir(), 'verdicts', 'samples', `${name}.json`);
}

/** Where the runs of an error are kept. */
export function errorFile(slug: string): string {
  return join(contentDir(), 'verdicts', 'errors', `${slug}.json`);
}

/** The reproductions of an error; what its hash is made of. */
export function reproDir(slug: string): string {
  return join(contentDir(), 'errors', slug, 'repro');
}
