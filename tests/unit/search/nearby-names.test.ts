import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  buildNearbyPieces,
  findNearby,
  isOneEditApart,
  isTwoEditsApart,
  readNearby,
} from '../../../src/search/nearby-names.ts';
import type { SearchRecord } from '../../../src/search/search-record.ts';

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

test('two edits are counted in places of their own', () => {
  for (const [a, b, expected] of [
    ['wait_event_interuptable', 'wait_event_interruptible', true],
    ['inet_ehashfunc', 'inet_ehashfn', true],
    ['kfree', 'kfree', false],
    ['spin_lock', 'spin_unlock', true],
    ['spin_lock', 'mutex_lock', false],
    ['regsiter', 'register', true],
  ] as const) {
    assert.equal(isTwoEditsApart(a, b), expected, `${a} ${b}`);
    assert.equal(isTwoEditsApart(b, a), expected, `${b} ${a}`);
  }
});

test('names are found without their underscores, and through the end of a longer one', () => {
  const record = (name: string): SearchRecord => ({
    id: name,
    name,
    kind: 'function',
    mark: 'fine',
    weight: 1,
    url: `name/${name}/`,
    aliases: [],
    quote: '',
  });
  const pieces = buildNearbyPieces(['copy_to_user', 'rmb', 'mutex_lock', 'spin_lock'].map(record));
  const find = (key: string): string[] => findNearby(readNearby(pieces), key, 3).map(({ record: { name } }) => name);
  assert.deepEqual(find('copytouser'), ['copy_to_user']);
  assert.deepEqual(find('smp_rmb'), ['rmb']);
  assert.deepEqual(find('mutexlock'), ['mutex_lock']);
  assert.deepEqual(find('qwertyuiop'), []);
});
