import assert from 'node:assert/strict';
import { test } from 'node:test';
import { expandMacro, splitArguments } from '../../../scripts/kernel/expand-macro.ts';

test('arguments part at commas of their own level only', () => {
  assert.deepEqual(splitArguments('a, f(b, c), "d, e", { g, h }'), ['a', 'f(b, c)', '"d, e"', '{ g, h }']);
});

test('names are pasted, strings made and the rest of the arguments passed on', () => {
  const macro = { parameters: ['n', '...'], body: ' int pond_##n##_fd = f(#n, __VA_ARGS__)' };
  assert.equal(expandMacro(macro, 'deep, 1, 2')?.trim(), 'int pond_deep_fd = f("deep", 1, 2)');
});

test('a call with the wrong number of arguments is left alone', () => {
  assert.equal(expandMacro({ parameters: ['a', 'b'], body: 'a b' }, 'x'), undefined);
});
