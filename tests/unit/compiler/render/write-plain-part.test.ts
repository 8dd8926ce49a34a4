import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Code, Root } from 'mdast';
import { parseMarkdown } from '../../../../src/compiler/parse/parse-markdown.ts';
import { renderTree } from '../../../../src/compiler/render/render-part.ts';
import { writePlainPart } from '../../../../src/compiler/render/write-plain-part.ts';

const WORDS = [
  'the',
  'kernel ',
  'copy_to_user()',
  '`kfree`',
  '`a < b`',
  '`` ` & ``',
  '*note*',
  '**very _much_**',
  '~~gone~~',
  '[a](b.md)',
  '[a `b` *c*](/x#y "ti"><tle")',
  '[q](javascript:x)',
  '[w](https://e.example/?a=1&b=<2> "t")',
  '[empty]()',
  '<https://e.example/a_b>',
  '&amp;',
  '&',
  'a<b',
  '"quoted"',
  "it's",
  '内核',
  '\n',
  '  \n',
  ' \t\n',
  '\\\n',
  '![i](p.png)',
];
const STARTS = [
  '',
  '',
  '## ',
  '### ',
  '- ',
  '- ',
  '* ',
  '1. ',
  '7. ',
  '  - ',
  '   ',
  '> ',
  '> - ',
  '- [ ] ',
  '---\n',
  '```c\nx < y;\n```\n',
  '- a\n\n  ',
];

const piece = fc.tuple(fc.constantFrom(...STARTS), fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 7 }));
const texts = fc
  .array(fc.tuple(piece, fc.constantFrom('\n', '\n\n', '\n\n')), { minLength: 1, maxLength: 8 })
  .map((blocks) => blocks.map(([[start, words], end]) => `${start}${words.join(' ')}${end}`).join(''));

function rendered(write: typeof writePlainPart, { children }: Root) {
  const told: unknown[] = [];
  const html = write({
    nodes: children,
    writeBlock: ({ value }: Code) => `<pre>${told.push(value)}</pre>`,
    sink: {
      addTarget: (...target) => told.push(target) - 1,
      report: (...problem) => void told.push(problem),
    },
  });
  return { html, told };
}

const byTree: typeof writePlainPart = (input) => renderTree({ ...input, definitions: [], hasHtml: false });

test('what is written without a tree is what the tree gives, and tells the same of links', () => {
  let plain = 0;
  fc.assert(
    fc.property(texts, (text) => {
      const quick = rendered(writePlainPart, parseMarkdown(text));
      if (quick.html === undefined) return assert.deepEqual(quick.told, []);
      plain += 1;
      assert.deepEqual(quick, rendered(byTree, parseMarkdown(text)));
    }),
    { numRuns: 600 },
  );
  assert.ok(plain > 100, `${plain} texts were plain`);
});

test('a note of text, code, lists and links is written without a tree, one with a picture or a table is not', () => {
  const write = (text: string) => rendered(writePlainPart, parseMarkdown(text)).html;
  assert.equal(
    write('## A\n\nb `c`\nd\n\n1. e\n2. f\n\n> g\n\n```c\nh\n```\n'),
    '<h2>A</h2>\n<p>b <code>c</code>\nd</p>\n<ol>\n<li>e</li>\n<li>f</li>\n</ol>\n<blockquote>\n<p>g</p>\n</blockquote>\n<pre>1</pre>',
  );
  assert.equal(write('![a](b.png)'), undefined);
  assert.equal(write('| a |\n| - |\n| b |\n'), undefined);
});
