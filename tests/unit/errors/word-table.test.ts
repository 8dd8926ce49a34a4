import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ENCODED, WordTable } from '../../../src/errors/word-table.ts';

const WORDS = ['modpost', 'undefined', 'kb', 'a_b', 'x86'];
const TABLE = new WordTable(WORDS);

function wordsIn(text: string): (string | undefined)[] {
  const into = new Int32Array(64);
  return [...into.subarray(0, TABLE.read(text, into))].map((place) => WORDS[place]);
}

test('known words are found in order and in any case, each time they come', () => {
  assert.deepEqual(wordsIn('ERROR: modpost: "KB" is Undefined in MODPOST'), ['modpost', 'kb', 'undefined', 'modpost']);
});

test('a part of a word is no word', () => {
  assert.deepEqual(wordsIn('modposts undefined_ xmodpost a_b a_b_ 4kb x86'), ['undefined', 'a_b', 'x86'].slice(1));
});

test('letters outside ASCII part words', () => {
  assert.deepEqual(wordsIn('‘modpost’ émodposté'), ['modpost', 'modpost']);
});

test('of any thousand words exactly those of the table are found', () => {
  const many = Array.from({ length: 1000 }, (_, index) => `w${(index * 7919).toString(36)}`);
  const table = new WordTable(many.filter((_word, index) => index % 2 === 0));
  const into = new Int32Array(1000);
  assert.equal(table.read(many.join(' '), into), 500);
});

test('a raw line with entities or control characters has to be decoded first, a normalised one is read as it is', () => {
  const into = new Int32Array(8);
  assert.equal(TABLE.read('&quot;modpost&quot;', into, true), ENCODED);
  assert.equal(TABLE.read('\u001b[1mmodpost', into, true), ENCODED);
  assert.equal(TABLE.read('a & modpost', into), 1);
});
