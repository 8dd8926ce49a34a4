import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type ErrorRun,
  errorRunSchema,
  isRunAsExpected,
  isVerdictGreen,
  proofOf,
  sampleVerdictSchema,
} from '../../../src/model/verdict.ts';

const run = (changes: Partial<ErrorRun>): ErrorRun =>
  errorRunSchema.parse({
    release: '6.1',
    package: 'linux-headers-6.1.0-1-amd64 6.1.1-1',
    case: 'one',
    stage: 'build',
    message: ['undefined!'],
    expected: 'printed',
    seenBefore: true,
    goneAfter: true,
    transcript: '',
    ...changes,
  });

test('a message that was seen and is gone after the fix on the same case is proven', () => {
  assert.equal(proofOf([run({})]), 'proven');
  assert.equal(proofOf([run({ goneAfter: false }), run({ release: '6.12' })]), 'proven');
});

test('a doctored input or a fix shown elsewhere is analogous only', () => {
  assert.equal(proofOf([run({ synthetic: true })]), 'analogous');
  assert.equal(proofOf([run({ fixedIn: 'other' })]), 'analogous');
});

test('no run, a fix that was not run and a fix that did not help prove nothing', () => {
  assert.equal(proofOf([]), 'none');
  assert.equal(proofOf([run({ goneAfter: undefined })]), 'none');
  assert.equal(proofOf([run({ goneAfter: false })]), 'none');
  assert.equal(proofOf([run({ seenBefore: false })]), 'none');
  assert.equal(proofOf([run({ expected: 'absent', seenBefore: false })]), 'none');
});

test('a release that is expected to be silent breaks its promise by printing', () => {
  assert.equal(isRunAsExpected(run({ expected: 'absent', seenBefore: false, goneAfter: undefined })), true);
  assert.equal(isRunAsExpected(run({ expected: 'absent', seenBefore: true })), false);
  assert.equal(isRunAsExpected(run({ goneAfter: undefined })), true);
  assert.equal(isRunAsExpected(run({ goneAfter: false })), false);
  assert.equal(isRunAsExpected(run({ seenBefore: false })), false);
});

test('a step that was not run fails no verdict, a failed step does', () => {
  const verdict = {
    release: '6.1',
    package: 'p 1',
    build: 'pass',
    load: 'pass',
    exercise: 'pass',
    unload: 'not-run',
    notes: '',
  };
  assert.equal(isVerdictGreen(sampleVerdictSchema.parse(verdict)), true);
  assert.equal(isVerdictGreen(sampleVerdictSchema.parse({ ...verdict, load: 'fail' })), false);
});
