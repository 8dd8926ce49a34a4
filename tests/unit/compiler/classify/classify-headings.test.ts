import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  isErrorsHeading,
  isQuestionsHeading,
  kernelVersionIn,
  readChapter,
} from '../../../../src/compiler/classify/classify-headings.ts';

test('a heading of a chapter gives its number and its name', () => {
  const headings = [
    'Chapter 1',
    'CHAPTER 12: PCI drivers',
    'chapter 3 - Char drivers',
    'Ch. 4 Debugging',
    '第十二章：设备',
    '第3章 字符设备',
  ];
  assert.deepEqual(headings.map(readChapter), [
    { number: 1, name: '' },
    { number: 12, name: 'PCI drivers' },
    { number: 3, name: 'Char drivers' },
    { number: 4, name: 'Ch. 4 Debugging' },
    { number: 12, name: '第十二章：设备' },
    { number: 3, name: '第3章 字符设备' },
  ]);
  assert.deepEqual(
    ['Chapters', 'My chapter 1', 'Change log', 'Chapter one'].map(readChapter),
    Array(4).fill(undefined),
  );
});

test('headings over messages are told from headings about errors', () => {
  const yes = ['Errors', 'Common build errors', 'Troubleshooting', 'Known problems and workarounds', 'Error messages'];
  const no = ['Error handling', 'Error codes', 'Return values', 'Error injection', 'Terrors', 'Why errors matter'];
  assert.deepEqual([...yes, ...no].filter(isErrorsHeading), yes);
});

test('headings over questions are told from headings about progress', () => {
  const yes = [
    'Open questions',
    'Potential improvements, per 4.19 kernel',
    'Improvements',
    'Things to investigate',
    'Questions',
  ];
  const no = ['Performance improvements', 'Question mark operator', `Questions ${'x'.repeat(90)}`];
  assert.deepEqual([...yes, ...no].filter(isQuestionsHeading), yes);
});

test('a kernel version is read where the heading speaks of a kernel', () => {
  assert.deepEqual(
    ['per 4.19 kernel', 'kernel 6.12-rc1', 'Linux 2.6.32', 'in v5.10', 'Python 3.11', 'no version'].map(
      kernelVersionIn,
    ),
    ['4.19', '6.12', '2.6.32', '5.10', undefined, undefined],
  );
});
