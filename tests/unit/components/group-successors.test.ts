import assert from 'node:assert/strict';
import { test } from 'node:test';
import { groupSuccessors } from '../../../src/components/group-successors.ts';

test('names that take a place in the same way stand together, in the order of the first', () => {
  assert.deepEqual(
    groupSuccessors([
      { name: 'proc_create', how: 'Pass operations.' },
      { name: 'seq_printf', how: 'Print.' },
      { name: 'proc_ops', how: 'Pass operations.' },
    ]),
    [
      { names: ['proc_create', 'proc_ops'], how: 'Pass operations.' },
      { names: ['seq_printf'], how: 'Print.' },
    ],
  );
});
