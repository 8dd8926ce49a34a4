/**
 * What the unit tests show with made-up logs, shown with a real build and a real guest: what is broken on purpose turns
 * its verdict red. Needs the lab's tools and the packages of one release in the cache; says so and skips otherwise.
 */
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { locatePackages } from '../../scripts/kernel/packages.ts';
import { findTools } from '../../scripts/lab/find-tools.ts';
import { type ReproCase, readRepros, readSamples, type SampleCase } from '../../scripts/lab/read-cases.ts';
import { runErrors } from '../../scripts/lab/run-errors.ts';
import { type Bench, runSamples } from '../../scripts/lab/run-samples.ts';
import { isRunAsExpected, isVerdictGreen, proofOf } from '../../src/model/verdict.ts';

const RELEASE = '6.1';
const content = join(dirname(fileURLToPath(import.meta.url)), '../../src/content');
const work = mkdtempSync(join(tmpdir(), 'kernel-notes-lab-'));
after(() => rmSync(work, { recursive: true, force: true }));

const tools = findTools();
const packages = locatePackages(RELEASE);
const lacking = [...tools.missing, ...(packages?.kdir && packages.vmlinuz ? [] : [`headers and image of ${RELEASE}`])];
const options = { skip: lacking.length === 0 ? false : `not here: ${lacking.join(', ')}`, timeout: 300_000 };

const bench: Bench = {
  release: RELEASE,
  kdir: packages?.kdir ?? '',
  vmlinuz: packages?.vmlinuz ?? '',
  headersPackage: 'headers',
  imagePackage: 'image',
  otherKdir: packages?.kdir ?? '',
  workDir: join(work, 'build'),
  tools: tools.paths,
  report: () => {},
};

/** A copy of the sample `hello` in which one piece of one file is replaced. */
function brokenHello(name: string, file: string, piece: string, by: string): SampleCase {
  const hello = readSamples(join(content, 'samples')).find((sample) => sample.name === 'hello');
  assert.ok(hello);
  const dir = join(work, name);
  cpSync(hello.dir, dir, { recursive: true });
  const text = readFileSync(join(dir, file), 'utf8');
  assert.ok(text.includes(piece), `${file} holds ${piece}`);
  writeFileSync(join(dir, file), text.replace(piece, by));
  return { ...hello, name, dir };
}

test('a sample that is whole is green, and each way of breaking it turns its own step red', options, async () => {
  const whole = brokenHello('whole', 'hello.c', 'loaded', 'loaded');
  const warned = brokenHello('warned', 'hello.c', 'static int __init', 'int __init');
  const refused = brokenHello('refused', 'hello.c', 'return 0;', 'return -ENODEV;');
  const silent = brokenHello('silent', 'exercise.sh', 'echo "state', 'true "state');
  const splat = brokenHello('splat', 'hello.c', 'pr_info("unloaded\\n");', 'WARN_ON(1);');
  const verdicts = await runSamples(bench, [whole, warned, refused, silent, splat]);
  assert.deepEqual(
    verdicts.map((verdict) => [verdict.build, verdict.load, verdict.exercise, verdict.unload, isVerdictGreen(verdict)]),
    [
      ['pass', 'pass', 'pass', 'pass', true],
      ['fail', 'not-run', 'not-run', 'not-run', false],
      ['pass', 'fail', 'not-run', 'not-run', false],
      ['pass', 'pass', 'fail', 'not-run', false],
      ['pass', 'pass', 'pass', 'fail', false],
    ],
  );
});

test('an error whose fix mends nothing is no longer proven and not as expected', options, async () => {
  const found = readRepros(join(content, 'errors')).find(({ error }) => error === 'modpost-missing-license');
  assert.ok(found);
  const dir = join(work, 'unmended');
  cpSync(join(found.dir, 'broken'), join(dir, 'broken'), { recursive: true });
  const unmended: ReproCase = { ...found, dir };
  const [good, bad] = await Promise.all([
    runErrors(bench, [found], join(work, 'logs')),
    runErrors(bench, [unmended], join(work, 'logs')),
  ]);
  assert.deepEqual(
    good.map(({ run }) => [proofOf([run]), isRunAsExpected(run)]),
    [['proven', true]],
  );
  assert.deepEqual(
    bad.map(({ run }) => [proofOf([run]), isRunAsExpected(run)]),
    [['none', false]],
  );
});
