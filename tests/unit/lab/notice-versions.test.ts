import assert from 'node:assert/strict';
import { test } from 'node:test';
import { noticeVersions } from '../../../scripts/lab/notice-versions.ts';

test('verdicts of another package version are counted, those of the present one and of unknown releases are not', () => {
  const recorded = [
    { release: '6.1', package: 'linux-image-6.1.0-1-amd64 6.1.1-1' },
    { release: '6.1', package: 'linux-image-6.1.0-1-amd64 6.1.1-1' },
    { release: '6.1', package: 'linux-image-6.1.0-2-amd64 6.1.2-1' },
    { release: '6.12', package: 'linux-image-6.12.1-amd64 6.12.1-1' },
  ] as const;
  assert.deepEqual(noticeVersions(recorded, { '6.1': ['linux-image-6.1.0-2-amd64 6.1.2-1'] }), [
    'Notice: 2 verdicts were made with linux-image-6.1.0-1-amd64 6.1.1-1, which is not the present version.',
  ]);
});
