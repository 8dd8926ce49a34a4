/**
 * The sites that browser tests look at, each built once per run of all tests. A single spec that is run by hand builds what it needs
 * and takes it again the next time; delete `.cache/test-sites` after changing what is built.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..');
const SITES_FOLDER = join(ROOT, '.cache', 'test-sites');

export interface TestSite {
  readonly name: string;
  readonly base: string;
  /** Folder of notes, or `undefined` for the shipped ones. */
  readonly notes?: string;
}

export const TEST_SITES = {
  shipped: { name: 'shipped', base: '/' },
  fixtures: { name: 'fixtures', base: '/team/kernel/', notes: join(ROOT, 'tests', 'fixtures', 'site') },
} as const satisfies Record<string, TestSite>;

/** Where a site is built; builds it when this run of the tests has not yet. Throws with the output of the build when it fails. */
export function provideSite(site: TestSite): string {
  const folder = join(SITES_FOLDER, site.name);
  const stamp = `${folder}.run`;
  const run = process.env.KERNEL_NOTES_TEST_RUN ?? 'by hand';
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === run) return folder;
  rmSync(stamp, { force: true });
  buildInto(folder, site);
  writeFileSync(stamp, run);
  return folder;
}

/** Builds a site into a folder, as `npm run build` does. Throws with the output of the build when it fails. */
export function buildInto(
  folder: string,
  { base, notes }: Pick<TestSite, 'base' | 'notes'>,
  more: Readonly<Record<string, string>> = {},
): string {
  mkdirSync(join(folder, '..'), { recursive: true });
  const env = { ...process.env, ...more, OUT_DIR: folder, BASE_PATH: base, NOTES_DIR: notes ?? '' };
  delete (env as Record<string, string | undefined>).NODE_TEST_CONTEXT;
  return execFileSync(process.execPath, [join(ROOT, 'scripts', 'build.ts')], {
    cwd: ROOT,
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}
