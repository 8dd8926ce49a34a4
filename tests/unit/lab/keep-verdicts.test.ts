import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mergeRuns } from '../../../scripts/lab/keep-verdicts.ts';

test('what was run again takes the place of the old, and what was not run stays, oldest release first', () => {
  const old = [
    { release: '6.1', case: 'a', run: 1 },
    { release: '6.12', case: 'a', run: 1 },
    { release: '6.12', case: 'b', run: 1 },
  ] as const;
  const made = [
    { release: '6.12', case: 'a', run: 2 },
    { release: '6.1', case: 'b', run: 2 },
  ] as const;
  assert.deepEqual(
    mergeRuns<{ release: '6.1' | '6.12'; case: string; run: number }>(
      old,
      made,
      (entry) => `${entry.release} ${entry.case}`,
    ).map((entry) => `${entry.release} ${entry.case} ${entry.run}`),
    ['6.1 a 1', '6.1 b 2', '6.12 a 2', '6.12 b 1'],
  );
});
