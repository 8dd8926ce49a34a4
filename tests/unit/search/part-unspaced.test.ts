import assert from 'node:assert/strict';
import { test } from 'node:test';
import { joinUnspaced, partUnspaced, unspacedRuns } from '../../../src/search/part-unspaced.ts';

test('letters of scripts without blanks are parted by blanks, and nothing else is touched', () => {
  assert.equal(partUnspaced('a_b->c d é'), 'a_b->c d é');
  assert.equal(partUnspaced('许多`kmem`内核mod'), '许 多`kmem`内 核 mod');
  assert.equal(partUnspaced('カーネル'), 'カー ネ ル');
});

test('a mark of a letter stays with it', () => {
  assert.equal(partUnspaced('น้ำ'), 'น้ ำ');
  assert.equal(joinUnspaced(partUnspaced('น้ำ')), 'น้ำ');
});

test('parting and joining gives the text back, with marks between as well', () => {
  const text = 'x 内核模块可以动态加载 y';
  assert.equal(joinUnspaced(partUnspaced(text)), text);
  assert.equal(joinUnspaced('许 多 <mark>驱</mark> <mark>动</mark> 程'), '许多<mark>驱</mark><mark>动</mark>程');
});

test('the runs of such letters are told', () => {
  assert.deepEqual(unspacedRuns('怎么 load 内核模块?'), ['怎么', '内核模块']);
  assert.deepEqual(unspacedRuns('kmalloc'), []);
});
