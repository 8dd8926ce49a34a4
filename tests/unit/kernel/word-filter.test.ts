import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fingerprintBits, hashWord, packWordFilter, WordFilter } from '../../../src/kernel/word-filter.ts';

const words = Array.from({ length: 5000 }, (_, index) => `word_${index}`);
const hashes = Uint32Array.from(words, hashWord);

test('a set knows all of its words and takes about one strange word in eight for one of them', () => {
  const bits = fingerprintBits(words.length);
  const filter = new WordFilter(packWordFilter(hashes, bits), bits);
  assert.ok(words.every((word) => filter.has(hashWord(word))));
  const strange = Array.from({ length: 5000 }, (_, index) => `other_${index}`).filter((word) =>
    filter.has(hashWord(word)),
  );
  assert.ok(strange.length < 5000 / 7, `${strange.length} of 5000`);
});

test('a set of whole hashes gives them back', () => {
  const filter = new WordFilter(packWordFilter(hashes, 32), 32);
  assert.deepEqual(filter.fingerprints(), hashes.slice().sort());
});

test('a set of many words is cut into more buckets and gives all of them back', () => {
  const many = Uint32Array.from({ length: 200_000 }, (_, index) => hashWord(`many_${index}`));
  const bits = fingerprintBits(many.length);
  const packed = packWordFilter(many, bits);
  assert.equal((packed[8] ?? 0) >> 5, 2, 'two bits more than the fewest');
  const filter = new WordFilter(packed, bits);
  const cut = [...new Set(many.map((hash) => hash >>> (32 - bits)))].sort((a, b) => a - b);
  assert.deepEqual([...filter.fingerprints()], cut);
  assert.ok(many.every((hash) => filter.has(hash)));
});

test('an empty set knows nothing', () => {
  const filter = new WordFilter(packWordFilter(new Uint32Array(0), 8), 8);
  assert.equal(filter.has(hashWord('word')), false);
});
