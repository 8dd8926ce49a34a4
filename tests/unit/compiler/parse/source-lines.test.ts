import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SourceLines } from '../../../../src/compiler/parse/source-lines.ts';

test('lines end at LF, CRLF and CR, and columns count characters', () => {
  const text = 'ab\r\nc🐧d\re\nf';
  const lines = new SourceLines(text);
  assert.equal(lines.count, 4);
  assert.deepEqual(
    [...'abc🐧def'].map((letter) => [letter, lines.lineAt(text.indexOf(letter)), lines.columnAt(text.indexOf(letter))]),
    [
      ['a', 1, 1],
      ['b', 1, 2],
      ['c', 2, 1],
      ['🐧', 2, 2],
      ['d', 2, 3],
      ['e', 3, 1],
      ['f', 4, 1],
    ],
  );
  assert.deepEqual(
    [1, 2, 3, 4].map((line) => lines.lineText(line)),
    ['ab', 'c🐧d', 'e', 'f'],
  );
  assert.equal(lines.columnAt(text.indexOf('c')), 1);
});

test('the last line with text is found from behind', () => {
  const lines = new SourceLines('a\n\nb\n \n\n');
  assert.deepEqual([lines.lastTextLine(1, 6), lines.lastTextLine(4, 6), lines.lastTextLine(1, 2)], [3, 4, 1]);
});
