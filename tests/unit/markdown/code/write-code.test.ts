import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadLanguages, tokeniseCode } from '../../../../src/markdown/code/highlighter.ts';
import { writeCode } from '../../../../src/markdown/code/write-code.ts';

test('a name is marked inside its token; one over several tokens in its last', () => {
  const lines = [
    [
      { text: 'a<', className: 'k' },
      { text: 'b', className: '' },
    ],
    [{ text: 'c', className: 's' }],
  ];
  const names = [
    { start: 1, end: 3, open: '[', close: ']' },
    { start: 4, end: 5, open: '(', close: ')' },
  ];
  assert.equal(writeCode('a<b\nc', lines, names), '<i class="k">a&lt;</i>[b]\n<i class="s">(c)</i>');
});

test('tokens hold the text of every language unchanged', async () => {
  const code = 'int x = 1; /* <b> */\r\n#define A "s\\n"\n\n\t$(MAKE) -C x && echo "$Y" # z\n+ [ 1.0] q';
  const languages = ['c', 'shell', 'make', 'kconfig', 'diff', 'log', 'python', 'ini', 'text', 'klingon'];
  await loadLanguages(languages);
  for (const language of languages) {
    const lines = tokeniseCode(code, language).map((line) => line.map(({ text }) => text).join(''));
    assert.deepEqual(lines, code.split(/\r?\n/), language);
  }
});
