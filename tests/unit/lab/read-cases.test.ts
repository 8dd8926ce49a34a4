import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { SMOKE } from '../../../scripts/lab/parse-options.ts';
import { readRepros, readSamples, reproSchema } from '../../../scripts/lab/read-cases.ts';
import { sampleFrontMatterSchema } from '../../../src/model/sample.ts';

const content = join(dirname(fileURLToPath(import.meta.url)), '../../../src/content');
const frontMatter = (file: string): unknown => parse(readFileSync(file, 'utf8').split(/^---$/m)[1] ?? '');

test('every sample has front matter that fits, an exercise and all files that it names', () => {
  const samples = readSamples(join(content, 'samples'));
  assert.ok(samples.length >= 25);
  for (const { name, dir, expect } of samples) {
    const { files } = sampleFrontMatterSchema.parse(frontMatter(join(dir, 'index.md')));
    for (const file of [...files, ...expect.programs, 'exercise.sh'])
      assert.ok(existsSync(join(dir, file)), `${name}/${file}`);
  }
});

test('the smoke set names samples and errors that are there', () => {
  const names = [
    ...readSamples(join(content, 'samples')).map(({ name }) => name),
    ...readRepros(join(content, 'errors')).map(({ error }) => error),
  ];
  for (const name of SMOKE) assert.ok(names.includes(name), name);
});

test('every reproduction belongs to an entry, shows one of its causes and changes something to mend it', () => {
  for (const { error, name, dir, repro } of readRepros(join(content, 'errors'))) {
    const entry = frontMatter(join(content, 'errors', error, 'index.md')) as { causes?: { id: string }[] };
    const causes = (entry.causes ?? []).map(({ id }) => id);
    if (repro.cause !== undefined) assert.ok(causes.includes(repro.cause), `${error}/${name}: no cause ${repro.cause}`);
    const isMended = existsSync(join(dir, 'fixed')) || JSON.stringify(repro.broken) !== JSON.stringify(repro.fixed);
    assert.ok(isMended, `${error}/${name} mends nothing`);
    assert.ok(Object.values(repro.releases).includes('printed'), `${error}/${name} is printed nowhere`);
  }
});

test('a build line that would change the running system is refused', () => {
  const repro = (build: string) => ({
    stage: 'build',
    message: ['m'],
    releases: { '6.1': 'printed' },
    fix: 'f',
    broken: { build },
  });
  const refused = [
    'make && insmod demo.ko',
    'sudo make',
    'apt-get install -y bc',
    'echo 1 > /proc/sys/kernel/panic',
    'make -C "$KDIR" M="$PWD" modules_install',
    'make -C "$KDIR" M="$PWD" INSTALL_MOD_PATH=/ modules_install',
  ];
  for (const build of refused) assert.ok(!reproSchema.safeParse(repro(build)).success, build);
  const taken = [
    'make -C "$KDIR" M="$PWD" INSTALL_MOD_PATH="$PWD/root" modules_install',
    'make -C /lib/modules/9.9.9/build M="$PWD" modules 2> /dev/null',
  ];
  for (const build of taken) assert.ok(reproSchema.safeParse(repro(build)).success, build);
});

test('a build that shall fail is not for the debug kernel', () => {
  const repro = { stage: 'build', kernel: 'debug', message: ['m'], releases: { '6.12': 'printed' }, fix: 'f' };
  assert.ok(!reproSchema.safeParse(repro).success);
  assert.ok(reproSchema.safeParse({ ...repro, stage: 'load' }).success);
});
