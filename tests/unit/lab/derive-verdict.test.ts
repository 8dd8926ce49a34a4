import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deriveVerdict, type SampleRun } from '../../../scripts/lab/derive-verdict.ts';
import type { GuestStep } from '../../../scripts/lab/parse-guest-log.ts';
import { sampleExpectSchema } from '../../../src/model/sample.ts';
import { isVerdictGreen } from '../../../src/model/verdict.ts';

const expect = sampleExpectSchema.parse({ load: ['hello'], log: ['hello: loaded', 'hello: gone'], output: ['works'] });

const step = (name: string, round: number, changes: Partial<GuestStep> = {}): GuestStep => ({
  name: 'hello',
  round,
  step: name,
  exitCode: 0,
  taintBefore: 12288,
  taintAfter: 12288,
  output: [],
  log: [],
  ...changes,
});

const round = (number: number): GuestStep[] => [
  step('load', number, { log: ['hello: loaded'] }),
  step('exercise', number, { output: ['works'] }),
  step('unload', number, { log: ['hello: gone'] }),
];

const run = (changes: Partial<SampleRun> = {}): SampleRun => ({
  release: '6.1',
  package: 'linux-image-6.1.0-1-amd64 6.1.1-1',
  expect,
  build: { exitCode: 0, output: [], missing: [] },
  steps: [...round(1), ...round(2)],
  ...changes,
});

const replaced = (index: number, changes: Partial<GuestStep>): readonly GuestStep[] =>
  [...round(1), ...round(2)].map((item, at) => (at === index ? { ...item, ...changes } : item));

test('a sample that does all that it promises twice is green', () => {
  assert.deepEqual(deriveVerdict(run()), {
    release: '6.1',
    package: 'linux-image-6.1.0-1-amd64 6.1.1-1',
    build: 'pass',
    load: 'pass',
    exercise: 'pass',
    unload: 'pass',
    notes: '',
    lines: ['works', 'hello: loaded', 'hello: gone'],
  });
});

test('a warning of the compiler turns the build red and nothing is claimed about the rest', () => {
  const verdict = deriveVerdict(
    run({ build: { exitCode: 0, output: ['hello.c:1:1: warning: unused variable'], missing: [] } }),
  );
  assert.equal(verdict.build, 'fail');
  assert.equal(verdict.load, 'not-run');
  assert.match(verdict.notes, /unused variable/);
});

test('a module that is not there although make was content turns the build red', () => {
  assert.equal(deriveVerdict(run({ build: { exitCode: 0, output: [], missing: ['hello.ko'] } })).build, 'fail');
});

test('a wrong value printed by the exercise turns it red', () => {
  const verdict = deriveVerdict(run({ steps: replaced(1, { output: ['works not'] }) }));
  assert.deepEqual([verdict.load, verdict.exercise, verdict.unload], ['pass', 'fail', 'not-run']);
  assert.equal(isVerdictGreen(verdict), false);
});

test('a splat, new taint, a bad exit code or a missing line of the log turn a step red, in the second round as well', () => {
  const broken: [number, Partial<GuestStep>, 'load' | 'exercise' | 'unload'][] = [
    [0, { log: ['hello: loaded', 'BUG: sleeping function called from invalid context'] }, 'load'],
    [1, { output: ['works'], taintAfter: 12288 + 512 }, 'exercise'],
    [5, { exitCode: 1 }, 'unload'],
    [5, { log: [] }, 'unload'],
    [3, { exitCode: undefined, log: ['Kernel panic - not syncing'] }, 'load'],
  ];
  for (const [index, changes, name] of broken) {
    assert.equal(deriveVerdict(run({ steps: replaced(index, changes) }))[name], 'fail', `${name} of step ${index}`);
  }
});

test('a guest that stopped before the sample came is a failure of loading, no guest at all is not run', () => {
  assert.equal(deriveVerdict(run({ steps: [] })).load, 'fail');
  const unbooted = deriveVerdict(run({ steps: undefined }));
  assert.deepEqual([unbooted.build, unbooted.load, unbooted.notes], ['pass', 'not-run', 'no guest was booted']);
});

test('taint that a sample announces is not held against it', () => {
  const announced = sampleExpectSchema.parse({ ...expect, taint: ['K'] });
  const steps = replaced(0, { taintAfter: 12288 + 32768 });
  assert.equal(deriveVerdict(run({ steps })).load, 'fail');
  assert.equal(deriveVerdict(run({ steps, expect: announced })).load, 'pass');
});
