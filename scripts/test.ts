/**
 * Runs all tests that need no kernel package: `npm test`, or `npm test -- FILE …` for single ones.
 *
 * Browser tests need a Chromium or Chrome. As root on Debian it is installed; elsewhere its absence skips them by name, but on CI it
 * is a failure. The sites that they look at are built once, before.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser, NO_BROWSER } from '../tests/e2e/browser.ts';
import { provideSite, TEST_SITES } from '../tests/e2e/sites.ts';

const ROOT = join(import.meta.dirname, '..');
const KINDS = ['tests/unit/**/*.test.ts', 'tests/nasty/**/*.test.ts', 'tests/e2e/**/*.spec.ts'];
const TEST_TIMEOUT_MS = 30 * 60 * 1000;

const named = process.argv.slice(2).filter((argument) => !argument.startsWith('-'));
const options = process.argv.slice(2).filter((argument) => argument.startsWith('-'));
const files = named.length > 0 ? named : KINDS.flatMap((kind) => globSync(kind, { cwd: ROOT }).sort());
process.exitCode = runAll(files, options);

function runAll(tests: readonly string[], flags: readonly string[]): number {
  process.env.KERNEL_NOTES_TEST_RUN = `run ${process.pid}`;
  if (tests.some((file) => file.endsWith('.spec.ts'))) {
    if (findBrowser() === undefined) installBrowser();
    if (findBrowser() === undefined) {
      process.stderr.write(`${NO_BROWSER}\n`);
      if (process.env.CI === 'true') return 1;
    } else for (const site of Object.values(TEST_SITES)) provideSite(site);
  }
  const limits = ['--test-concurrency=2', `--test-timeout=${TEST_TIMEOUT_MS}`, '--test-reporter=spec'];
  const result = spawnSync(process.execPath, ['--test', ...limits, ...flags, ...tests], {
    cwd: ROOT,
    stdio: 'inherit',
  });
  return result.status ?? 1;
}

/** Installs Debian's package where that is possible without asking anybody. */
function installBrowser(): void {
  const isRoot = process.getuid?.() === 0;
  if (!isRoot || !existsSync('/etc/debian_version')) return;
  process.stderr.write('Installing chromium for the browser tests …\n');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const install = ['install', '-y', '-qq', '--no-install-recommends', 'chromium'];
  for (const args of [['update', '-qq'], install]) {
    const result = spawnSync('apt-get', args, { env, encoding: 'utf8' });
    if (result.status !== 0) process.stderr.write(`apt-get ${args[0]} failed:\n${result.stderr}\n`);
  }
}
