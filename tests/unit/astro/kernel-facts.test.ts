import assert from 'node:assert/strict';
import { test } from 'node:test';
import { marksOf } from '../../../src/astro/kernel-facts.ts';
import type { EntityState, StatusByRelease } from '../../../src/model/entity.ts';

const status = (older: EntityState, newer: EntityState): StatusByRelease => ({
  '6.1': { state: older },
  '6.12': { state: newer },
});

test('a name that only the newest release has is newer, never gone', () => {
  assert.deepEqual(marksOf({ status: status('absent', 'present') }), {
    mark: 'newer',
    marks: { '6.1': 'newer', '6.12': 'fine' },
  });
});

test('a name is marked by the worst release, and by each where they differ', () => {
  assert.deepEqual(marksOf({ status: status('present', 'absent') }), {
    mark: 'gone',
    marks: { '6.1': 'fine', '6.12': 'gone' },
  });
  assert.deepEqual(marksOf({ status: status('absent', 'absent') }), { mark: 'gone', marks: undefined });
  assert.deepEqual(marksOf({ status: status('absent', 'absent'), suggestion: 'kfree' }).mark, 'slip');
});
