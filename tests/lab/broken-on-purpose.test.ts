/**
 * What the unit tests show with made-up logs, shown with real builds and a real guest: what is broken on purpose turns
 * its verdict red and the lab's exit code with it, and the running system is as it was. Needs the lab's tools and the
 * packages of one release in the cache; says so and skips otherwise. `npm run lab -- --self-test` runs it.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { locatePackages } from '../../scripts/kernel/packages.ts';
import { findTools } from '../../scripts/lab/find-tools.ts';
import { WORK_ROOT } from '../../scripts/lab/places.ts';
import { readRecordedRuns } from '../../src/astro/recorded-runs.ts';
import { isRunAsExpected, isVerdictGreen, proofOf } from '../../src/model/verdict.ts';

const RELEASE = '6.1';
const project = join(dirname(fileURLToPath(import.meta.url)), '../..');
const content = join(project, 'src/content');
const work = mkdtempSync(join(tmpdir(), 'kernel-notes-lab-'));
after(() => rmSync(work, { recursive: true, force: true }));

const tools = findTools();
const packages = locatePackages(RELEASE);
const lacking = [...tools.missing, ...(packages?.kdir && packages.vmlinuz ? [] : [`headers and image of ${RELEASE}`])];
const options = { skip: lacking.length === 0 ? false : `not here: ${lacking.join(', ')}`, timeout: 600_000 };

/** A copy of the sample `hello` in which one piece of one file is replaced. */
function copyHello(name: string, file: string, piece: string, by: string): void {
  const dir = join(work, 'samples', name);
  cpSync(join(content, 'samples/hello'), dir, { recursive: true });
  const text = readFileSync(join(dir, file), 'utf8');
  assert.ok(text.includes(piece), `${file} holds ${piece}`);
  writeFileSync(join(dir, file), text.replace(piece, by));
}

/** The reproduction of a missing licence, whole or without what mends it. */
function copyLicence(name: string, isWhole: boolean): void {
  const dir = join(work, 'errors', name, 'repro/main');
  mkdirSync(dirname(dir), { recursive: true });
  cpSync(join(content, 'errors/modpost-missing-license/repro/main'), dir, { recursive: true });
  if (!isWhole) rmSync(join(dir, 'fixed'), { recursive: true });
}

/** What a lab could leave on the machine that runs it: modules, devices, packages, kernels, files in the usual places. */
function lookAtHost(): Readonly<Record<string, string>> {
  const read = (file: string) => (existsSync(file) ? readFileSync(file, 'utf8') : '');
  const names = (dir: string) => (existsSync(dir) ? readdirSync(dir).sort().join(' ') : '');
  return {
    modules: read('/proc/modules').replaceAll(/ \d+ /g, ' '),
    taint: read('/proc/sys/kernel/tainted'),
    devices: read('/proc/devices'),
    interfaces: names('/sys/class/net'),
    packages: createHash('sha256').update(read('/var/lib/dpkg/status')).digest('hex'),
    kernels: names('/boot') + names('/lib/modules'),
    sources: names('/usr/src'),
    settings: names('/etc'),
    work: names(WORK_ROOT),
  };
}

test('what is broken on purpose turns red, what is whole stays green, and the system is as it was', options, () => {
  copyHello('whole', 'hello.c', 'loaded', 'loaded');
  copyHello('warned', 'hello.c', 'static int __init', 'int __init');
  copyHello('refused', 'hello.c', 'return 0;', 'return -ENODEV;');
  copyHello('silent', 'exercise.sh', 'echo "state', 'true "state');
  copyHello('splat', 'hello.c', 'pr_info("unloaded\\n");', 'WARN_ON(1);');
  copyLicence('mended', true);
  copyLicence('unmended', false);

  const before = lookAtHost();
  const run = spawnSync(process.execPath, [join(project, 'scripts/lab.ts'), '--kernel', RELEASE], {
    encoding: 'utf8',
    env: { ...process.env, KERNEL_NOTES_LAB_CONTENT: work },
  });
  assert.equal(run.status, 1, `${run.stdout}${run.stderr}`);
  assert.match(run.stdout, /^5 not as expected/m);
  assert.deepEqual(lookAtHost(), before);

  const { samples, errors } = readRecordedRuns(work);
  assert.deepEqual(
    ['whole', 'warned', 'refused', 'silent', 'splat'].map((name) => {
      const verdict = samples.get(name)?.verdicts[0];
      assert.ok(verdict);
      return [verdict.build, verdict.load, verdict.exercise, verdict.unload, isVerdictGreen(verdict)];
    }),
    [
      ['pass', 'pass', 'pass', 'pass', true],
      ['fail', 'not-run', 'not-run', 'not-run', false],
      ['pass', 'fail', 'not-run', 'not-run', false],
      ['pass', 'pass', 'fail', 'not-run', false],
      ['pass', 'pass', 'pass', 'fail', false],
    ],
  );
  assert.deepEqual(
    ['mended', 'unmended'].map((name) => {
      const runs = errors.get(name)?.runs ?? [];
      return [runs.length, proofOf(runs), runs.every(isRunAsExpected)];
    }),
    [
      [1, 'proven', true],
      [1, 'none', false],
    ],
  );

  // What is red stays on the list of what is to be looked at, and what is green leaves it.
  const list = spawnSync(
    process.execPath,
    [join(project, 'scripts/lab.ts'), '--kernel', RELEASE, '--changed', '--list'],
    {
      encoding: 'utf8',
      env: { ...process.env, KERNEL_NOTES_LAB_CONTENT: work },
    },
  );
  assert.deepEqual(list.stdout.match(/^(?:sample|error) [a-z]+/gm), [
    'sample refused',
    'sample silent',
    'sample splat',
    'sample warned',
    'error unmended',
  ]);
});
