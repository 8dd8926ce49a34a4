import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { parseMarkdown } from '../../../../src/compiler/parse/parse-markdown.ts';

const reference = unified().use(remarkParse).use(remarkGfm, { singleTilde: false }).freeze();

/** Bare addresses are linked by a plugin of our own, so none stand in the generated texts. */
const WORDS = [
  'the',
  'kernel',
  'copy_to_user()',
  '`kfree`',
  '`a b`',
  '``x``',
  '` x`',
  '*note*',
  '**very**',
  '_it_',
  '__so__',
  '*a_b*',
  'file->f_op',
  'a*b',
  'x_',
  '_x',
  '[a](b.md)',
  '[a b](/x#y)',
  '[x]',
  '![i](p.png)',
  '\\*',
  '&amp;',
  '&',
  '<b>',
  '< 3',
  'a<b',
  '~~gone~~',
  '~5',
  'end.',
  '(see',
  'it)',
  '"quoted"',
  '!',
  'C:\\x',
  '[^1]',
  '内核',
  'é',
  '`',
  '*',
  '**',
  '](',
  '|',
  '#',
  '1.',
  'a__b',
  '*x*,',
  '(*x*)',
  '`*`',
  '*__a_b*',
  '__a',
  '_b',
  '[__x y](z)',
  '*_a*',
  '*`c`*',
  'x*y*',
  '*x*y',
  '_a_b',
  '\ud83d\ude00',
];
const LINES = [
  '',
  '',
  '',
  '  ',
  '# Head',
  '## Head `code`',
  '### Head #',
  '#No',
  '#',
  '- item',
  '* item',
  '- item',
  '- `a`: b',
  '* item *x*',
  '  more',
  '    code',
  '> quote',
  '>',
  '> - item',
  '> ```',
  '>> deep',
  ' > far',
  '- > quote',
  '- ```',
  '1. ```c',
  '  ```',
  '    ```',
  '1. one',
  '3) three',
  '```',
  '```c',
  '~~~',
  '````',
  '``` a`b',
  ' ```',
  '---',
  '===',
  '***',
  '| a | b |',
  '| - | - |',
  '+ x',
  '\ttab',
  'tail  ',
  'tail\\',
  '```c title="x"',
  '   indented',
  '- [ ] task',
  '[d]: http',
  '<div>',
  '-',
  '(x)',
  '"x"',
];

const sentence = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 8 }).map((words) => words.join(' '));
const glued = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 4 }).map((words) => words.join(''));
const line = fc.oneof(
  { weight: 3, arbitrary: sentence },
  { weight: 1, arbitrary: glued },
  { weight: 4, arbitrary: fc.constantFrom(...LINES) },
);
const document = fc.array(line, { minLength: 1, maxLength: 14 }).map((lines) => lines.join('\n'));

test('the quick way gives the tree of remark, positions included', () => {
  fc.assert(
    fc.property(document, (text) => {
      assert.deepEqual(normalise(parseMarkdown(text).children), normalise(reference.parse(text).children));
    }),
    { seed: 7, numRuns: 1000 },
  );
});

test('text before the start is skipped and positions stay those of the whole', () => {
  const text = '---\na: b\n---\n# Title\n\nText `x`.\n';
  const [heading, paragraph] = parseMarkdown(text, 13).children;
  assert.deepEqual(heading?.position?.start, { line: 4, column: 1, offset: 13 });
  assert.deepEqual(paragraph?.position, {
    start: { line: 6, column: 1, offset: 22 },
    end: { line: 6, column: 10, offset: 31 },
  });
});

function normalise(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
