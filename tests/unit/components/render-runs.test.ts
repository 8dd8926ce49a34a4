import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderCases, renderErrorRuns, renderSampleRuns } from '../../../src/components/render-runs.ts';
import { errorRunSchema, sampleVerdictSchema } from '../../../src/model/verdict.ts';

const verdict = (release: string, rest: object) =>
  sampleVerdictSchema.parse({
    release,
    package: 'p',
    build: 'pass',
    load: 'pass',
    exercise: 'pass',
    unload: 'pass',
    notes: '',
    ...rest,
  });
const run = (release: string, rest: object) =>
  errorRunSchema.parse({
    release,
    package: 'p',
    case: 'main',
    stage: 'build',
    message: ['m'],
    expected: 'printed',
    seenBefore: true,
    goneAfter: true,
    transcript: '',
    ...rest,
  });
const cells = (html: string) => [...html.matchAll(/<td>(.*?)<\/td>/g)].map(([, cell]) => cell?.replace(/<[^>]*>/g, ''));

test('a failing step is named, a release without a verdict is not checked, and that is no failure', () => {
  const html = renderSampleRuns([
    { title: 'A', url: '/a', isOutOfDate: false, verdicts: [verdict('6.1', { load: 'fail', exercise: 'not-run' })] },
    {
      title: 'B',
      url: '/b',
      isOutOfDate: true,
      verdicts: [verdict('6.1', {}), verdict('6.12', { unload: 'not-run' })],
    },
  ]);
  assert.deepEqual(cells(html), ['load failed', 'not checked', 'all passed', 'passed, without unload']);
  assert.equal(html.match(/data-outcome="fail"/g)?.length, 1);
  assert.match(html, /B<\/a> <span class="kn-figure">files changed since/);
});

test('of several cases the worst is told, and a debug kernel is named', () => {
  const runs = [
    run('6.1', {}),
    run('6.1', { case: 'other', goneAfter: false }),
    run('6.12', { debugConfig: '0123456789abcdef' }),
  ];
  const row = { title: 'A', url: '/a', isOutOfDate: false, proof: 'proven', runs } as const;
  assert.deepEqual(cells(renderErrorRuns([row])), [
    'printed, also when mended',
    'printed, gone when mended, debug kernel',
    'proven',
  ]);
  assert.deepEqual(cells(renderCases(runs)), [
    'printed, gone when mended',
    'printed, gone when mended, debug kernel',
    'printed, also when mended',
    'not checked',
  ]);
});

test('a release that does not print a message as expected has passed', () => {
  const html = renderCases([run('6.1', { expected: 'absent', seenBefore: false, goneAfter: undefined })]);
  assert.match(html, /data-outcome="pass">does not print it/);
});
