import assert from 'node:assert/strict';
import { test } from 'node:test';
import { alternativesOf } from '../../../src/search/alternatives-of.ts';
import { stemWord } from '../../../src/search/stem-word.ts';

test('forms of an English word share a stem', () => {
  for (const forms of [
    ['map', 'maps', 'mapped', 'mapping'],
    ['allocate', 'allocated', 'allocating', 'allocation'],
    ['entry', 'entries'],
    ['patch', 'patches'],
    ['handler', 'handling', 'handles'],
    ['condition', 'conditions', 'conditional', 'conditionally'],
  ])
    assert.deepEqual([...new Set(forms.map(stemWord))].length, 1, forms.join(' '));
});

test('names, short words and other scripts are their own stems', () => {
  for (const word of ['kmalloc_array', 'irq', 'bus', 'ipv6', 'поток', '锁', 'process'])
    assert.equal(stemWord(word), word);
});

test('a word of a group has the others of it, in any form', () => {
  assert.deepEqual(alternativesOf('Waiting'), ['sleep', 'block']);
  assert.deepEqual(alternativesOf('wombat'), []);
});

test('a word that says more leads to the words for it, and not the other way round', () => {
  assert.ok(alternativesOf('webcam').includes('camera'));
  assert.ok(!alternativesOf('camera').includes('webcam'));
});

test('the other spelling of a word is another word for it', () => {
  assert.deepEqual(alternativesOf('synchronise'), ['synchronize']);
  assert.deepEqual(alternativesOf('synchronized'), ['synchronised']);
  assert.deepEqual(alternativesOf('behaviour'), ['behavior']);
  assert.deepEqual(alternativesOf('tour'), []);
});
