import assert from 'node:assert/strict';
import { test } from 'node:test';
import { joinHan, partHan } from '../../../src/search/part-han.ts';

test('words of Chinese are parted by blanks, and nothing else is touched', () => {
  assert.equal(partHan('a_b->c d'), 'a_b->c d');
  assert.match(partHan('许多驱动程序使用`kmem`'), /^许多 驱动.*程序 使用`kmem`$/);
});

test('parting and joining gives the text back, with marks between as well', () => {
  const text = 'x 内核模块可以动态加载 y';
  assert.equal(joinHan(partHan(text)), text);
  assert.equal(joinHan('许多 <mark>驱动</mark> 程序 使用'), '许多<mark>驱动</mark>程序使用');
});
