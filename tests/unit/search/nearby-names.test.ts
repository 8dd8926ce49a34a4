import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isOneEditApart } from '../../../src/search/nearby-names.ts';

test('one edit is a letter more, a letter less, another letter or two neighbours swapped', () => {
  for (const [a, b] of [
    ['modprobe', 'modeprobe'],
    ['modprobe', 'modprob'],
    ['modprobe', 'modprabe'],
    ['modprobe', 'modporbe'],
    ['', 'a'],
  ] as const) {
    assert.equal(isOneEditApart(a, b), true, `${a} ${b}`);
    assert.equal(isOneEditApart(b, a), true, `${b} ${a}`);
  }
});

test('equal names and names two edits apart are not', () => {
  for (const [a, b] of [
    ['kfree', 'kfree'],
    ['kfree', 'kfeer'],
    ['kfree', 'kfr'],
    ['abc', 'cba'],
  ] as const) {
    assert.equal(isOneEditApart(a, b), false, `${a} ${b}`);
  }
});
