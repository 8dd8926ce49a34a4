import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deriveErrorRun, type VariantResult } from '../../../scripts/lab/derive-error-run.ts';
import { reproSchema } from '../../../scripts/lab/read-cases.ts';
import { isRunAsExpected, proofOf } from '../../../src/model/verdict.ts';

const item = {
  error: 'some-error',
  name: 'main',
  dir: '/x',
  repro: reproSchema.parse({
    cause: 'port',
    stage: 'build',
    message: ["'gone' undeclared"],
    releases: { '6.1': 'absent', '6.12': 'printed' },
    modules: ['demo'],
    fix: 'its successor',
  }),
};
const failing: VariantResult = {
  exitCode: 2,
  command: 'make',
  output: ["demo.c:3: error: 'gone' undeclared"],
  missing: [],
};
const working: VariantResult = { exitCode: 0, command: 'make', output: ['LD demo.ko'], missing: [] };

test('printed before and gone after a fix that works is proven', () => {
  const run = deriveErrorRun(item, '6.12', 'headers 1', failing, working);
  assert.deepEqual([run.seenBefore, run.goneAfter, proofOf([run]), isRunAsExpected(run)], [true, true, 'proven', true]);
});

test('a fix that silences the message by failing earlier proves nothing', () => {
  for (const fixed of [
    { ...working, exitCode: 2 },
    { ...working, exitCode: undefined },
    { ...working, missing: ['demo.ko'] },
  ]) {
    const run = deriveErrorRun(item, '6.12', 'headers 1', failing, fixed);
    assert.deepEqual([run.goneAfter, proofOf([run]), isRunAsExpected(run)], [false, 'none', false]);
  }
});

test('a fix after which the message is still printed is no fix', () => {
  const run = deriveErrorRun(item, '6.12', 'headers 1', failing, { ...working, output: failing.output });
  assert.equal(isRunAsExpected(run), false);
});

test('a release that is said to be silent and prints breaks the promise', () => {
  assert.equal(isRunAsExpected(deriveErrorRun(item, '6.1', 'headers 1', failing, undefined)), false);
  assert.equal(isRunAsExpected(deriveErrorRun(item, '6.1', 'headers 1', working, undefined)), true);
});

test('a reproduction that no longer prints its message turns red', () => {
  const run = deriveErrorRun(item, '6.12', 'headers 1', working, working);
  assert.deepEqual([isRunAsExpected(run), proofOf([run])], [false, 'none']);
});

test('what a boot says of its first module is no part of a transcript, unless the case is about it', () => {
  const tainted = 'demo: loading out-of-tree module taints kernel.';
  const output = [tainted, ...failing.output];
  const run = deriveErrorRun(item, '6.12', 'image 1', { ...failing, output }, { ...working, output: [tainted] });
  assert.deepEqual([run.transcript, run.transcriptAfter], [failing.output.join('\n'), '']);
  const about = { ...item, repro: { ...item.repro, message: ['loading out-of-tree module taints kernel'] } };
  assert.equal(
    deriveErrorRun(about, '6.12', 'image 1', { ...failing, output }, undefined).transcript,
    output.join('\n'),
  );
});
