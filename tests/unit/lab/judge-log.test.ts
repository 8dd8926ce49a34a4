import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findBuildWarnings, findInOrder, findSplats, newTaint, seesAll } from '../../../scripts/lab/judge-log.ts';

test('a splat is found wherever it stands and ordinary lines are not taken for one', () => {
  assert.deepEqual(findSplats(['hello: loaded', 'BUG: kernel NULL pointer dereference, address: 0000', 'hello: bye']), [
    'BUG: kernel NULL pointer dereference, address: 0000',
  ]);
  assert.equal(findSplats(['WARNING: CPU: 0 PID: 1 at lib/refcount.c:28']).length, 1);
  assert.equal(findSplats(['INFO: task insmod:44 blocked for more than 10 seconds.']).length, 1);
  assert.deepEqual(findSplats(['loading out-of-tree module taints kernel.', 'debug: all is well']), []);
});

test('only taint that was not there before counts, in letters', () => {
  assert.deepEqual(newTaint(0, 12288), ['O', 'E']);
  assert.deepEqual(newTaint(12288, 12288), []);
  assert.deepEqual(newTaint(12288, 12288 + 512), ['W']);
  assert.deepEqual(newTaint(0, 32768 + 128), ['D', 'K']);
});

test('pieces are found in order, each after the one before', () => {
  assert.deepEqual(findInOrder(['a 1', 'b 2', 'a 3'], ['a', 'a'], 'piece'), { lines: ['a 1', 'a 3'] });
  assert.deepEqual(findInOrder(['b', 'a'], ['a', 'b'], 'piece'), { lines: ['a'], missing: 'b' });
  assert.deepEqual(findInOrder(['ab'], ['a'], 'exact'), { lines: [], missing: 'a' });
  assert.deepEqual(findInOrder(['pci 0000:00:02.0: left'], ['/^pci \\S+: left$/'], 'exact'), {
    lines: ['pci 0000:00:02.0: left'],
  });
});

test('a message of several pieces is seen only when all of them are, and an empty one never', () => {
  assert.equal(seesAll(['one', 'two'], ['two', 'one']), true);
  assert.equal(seesAll(['one'], ['one', 'two']), false);
  assert.equal(seesAll(['one'], []), false);
});

test('a compiler that differs from the one of the kernel is no complaint, every other warning is', () => {
  const output = [
    'warning: the compiler differs from the one used to build the kernel',
    'Skipping BTF generation for /x/hello.ko due to unavailability of vmlinux',
    'hello.c:3:5: warning: no previous prototype for ‘f’ [-Wmissing-prototypes]',
    'WARNING: modpost: missing MODULE_DESCRIPTION() in hello.o',
  ];
  assert.deepEqual(findBuildWarnings(output), output.slice(2));
});
