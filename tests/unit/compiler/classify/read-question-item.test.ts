import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readQuestionText } from '../../../../src/compiler/classify/read-question-item.ts';

test('state, title and rest are told apart', () => {
  assert.deepEqual(
    [
      '(SOLVED) `x` fails. Why?\nAnswer: it was unset.',
      'how to wait? UPD: no idea yet.',
      'UPD: solved, a race',
      '[WONTFIX] too slow',
      'NO lock is taken here',
      'REFUTED: locks are free',
      'Answered: yes',
      '为什么睡眠？因为等待。',
    ].map((text) => readQuestionText(text)),
    [
      { title: '`x` fails', state: 'solved', rest: 'Why? Answer: it was unset.' },
      { title: 'How to wait?', state: 'open', rest: 'UPD: no idea yet.' },
      { title: 'solved, a race', state: 'solved', rest: '' },
      { title: 'too slow', state: 'refuted', rest: '' },
      { title: 'NO lock is taken here', state: 'open', rest: '' },
      { title: 'locks are free', state: 'refuted', rest: '' },
      { title: 'Answered', state: 'open', rest: 'yes' },
      { title: '为什么睡眠？', state: 'open', rest: '因为等待。' },
    ],
  );
});

test('a ticked box is an answer', () => {
  assert.equal(readQuestionText('measure it', true).state, 'solved');
});

test('a long title is cut at a word and its text stays whole in the rest', () => {
  const text = `${'word '.repeat(40).trim()}.`;
  const { title, rest } = readQuestionText(text);
  assert.deepEqual([title.length <= 111, title.endsWith('word…'), rest], [true, true, text]);
});
