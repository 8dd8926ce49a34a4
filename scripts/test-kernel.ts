/**
 * `npm run test:kernel`: draws names from the real trees and compares them with the shipped inventory. Fetches Debian's source and header packages
 * first (downloaded and unpacked, never installed). Where they cannot be had the tests are skipped by name; on CI that is a failure.
 */
import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { resolve } from 'node:path';
import { RELEASES } from '../src/model/entity.ts';
import { PROJECT_DIR } from '../src/site.ts';
import { fetchPackages } from './kernel/packages.ts';

const isCi = process.env.CI === 'true';

if (process.getuid?.() === 0) spawnSync('apt-get', ['update', '-q'], { stdio: 'ignore' });
try {
  for (const release of RELEASES) fetchPackages(release, ['source', 'headers']);
} catch (problem) {
  process.stderr.write(
    `The kernel packages could not be fetched: ${problem instanceof Error ? problem.message : String(problem)}\n`,
  );
  if (isCi) process.exit(1);
}
const tests = globSync('tests/kernel/*.test.ts', { cwd: PROJECT_DIR }).sort();
const { status } = spawnSync(process.execPath, ['--test', ...tests.map((file) => resolve(PROJECT_DIR, file))], {
  stdio: 'inherit',
  cwd: PROJECT_DIR,
});
process.exitCode = status ?? 1;
