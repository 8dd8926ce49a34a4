import assert from 'node:assert/strict';
import { test } from 'node:test';
import { InternedTexts } from '../../../scripts/kernel/interned-texts.ts';
import { hashBytes, hashWord } from '../../../src/kernel/word-filter.ts';

test('a text keeps its number however many come after it, and is given back letter by letter', () => {
  const texts = new InternedTexts();
  const words = Array.from({ length: 200_000 }, (_, index) => `name_${index}_${'x'.repeat(index % 40)}`);
  assert.deepEqual(
    words.map((word) => texts.add(word)),
    words.map((_, index) => index),
  );
  assert.equal(texts.size, words.length);
  assert.equal(texts.add(`name_77_${'x'.repeat(37)}`), 77);
  assert.ok(words.every((word, index) => texts.text(index) === word));
  assert.ok(texts.has(`name_199999_${'x'.repeat(39)}`));
  assert.ok(!texts.has('name_199999_'));
  assert.equal(texts.size, words.length);
});

test('texts come sorted by code units, a beginning before what it begins', () => {
  const texts = new InternedTexts();
  for (const word of ['b', 'ab', '_a', 'a', '', 'B']) texts.add(word);
  assert.deepEqual(
    [...texts.sorted()].map((number) => texts.text(number)),
    ['', 'B', '_a', 'a', 'ab', 'b'],
  );
});

test('the hash of a kept text is the hash of the word', () => {
  const texts = new InternedTexts();
  texts.add('first');
  assert.equal(texts.hashWith(texts.add('pond_fill'), hashBytes), hashWord('pond_fill'));
});
