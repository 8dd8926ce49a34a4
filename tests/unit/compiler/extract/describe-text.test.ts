import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countWords, detectLanguage, summarise } from '../../../../src/compiler/extract/describe-text.ts';

test('a summary is the beginning of a text, cut at a word', () => {
  assert.deepEqual([summarise(undefined), summarise(' \n'), summarise('a\n b')], [undefined, undefined, 'a b']);
  const long = summarise('word '.repeat(100)) ?? '';
  assert.deepEqual([long.length <= 240, long.endsWith('word…')], [true, true]);
});

test('letters of a script without blanks count half', () => {
  assert.equal(countWords(['copy_to_user() copies', '内核笔记', '']), 4);
});

test('a language is told by its script', () => {
  assert.deepEqual(
    [['plain é'], ['内核模块'], ['カーネルの注意'], ['커널 노트'], ['ядро и модули'], ['ядро її'], []].map(
      detectLanguage,
    ),
    [undefined, 'zh', 'ja', 'ko', 'ru', 'uk', undefined],
  );
});
