import assert from 'node:assert/strict';
import { test } from 'node:test';
import { recogniseNames } from '../../../../src/compiler/entities/recognise-names.ts';
import type { StyledSpan, TextBlock } from '../../../../src/compiler/entities/text-block.ts';

const SEEDS = [
  'a',
  '_',
  '(',
  'a_b ',
  'a(',
  '/proc/',
  '/a{',
  '$(',
  '<',
  '`',
  '"',
  "'",
  '->a',
  'a->',
  'a.',
  '.a',
  '*a*',
  'CONFIG_A ',
  'struct ',
  'struct a{',
  'int a(',
  'a,',
  'a and ',
  '+0x1',
  'a+0x1/0x2 ',
  'modprobe a ',
  '\tmake a=',
  '# ',
  'x@y',
  '系统',
  'a系统',
  '{',
  '}',
  'f(int a, ',
  '@@ -1 +1 @@\n',
  '--- a/b.c\n',
  '$ a -b\n',
  '\n',
  '$(a ',
  'a|',
  'kprobe:',
  '(gdb) x\n',
  'config A\n',
  'ab → ',
  '中abc、',
  'модуль ab ',
  '`a`, b, ',
  'bindings::a(',
  'ab-cd ',
  'int (*a)(',
];
const LANGUAGES = ['c', 'diff', 'shell', 'make', 'kconfig', 'log', 'text', 'python', 'rust'];

function blockOf(
  text: string,
  kind: TextBlock['kind'],
  language: string | undefined,
  styles: readonly StyledSpan[],
): TextBlock {
  return { kind, text, offsets: new Int32Array(text.length), styles, language, headings: [] };
}

test('any repetition is read to the end, in every language, with candidates inside the text and apart', () => {
  for (const seed of SEEDS) {
    const text = seed.repeat(Math.ceil(3000 / seed.length));
    const styles = [{ start: 0, end: text.length, style: 'emphasis' } as const];
    const blocks = [
      blockOf(text, 'paragraph', undefined, []),
      blockOf(text, 'paragraph', undefined, styles),
      ...LANGUAGES.map((language) => blockOf(text, 'code', language, [])),
    ];
    const lastEnd = new Map<number, number>();
    for (const { block, start, end, surface } of recogniseNames(blocks)) {
      assert.ok(start >= (lastEnd.get(block) ?? 0) && end > start && end <= text.length, seed);
      assert.equal(surface, text.slice(start, end));
      lastEnd.set(block, end);
    }
  }
});

test('deeply nested markup is marked as flat markup is', () => {
  const text = 'call `vfs_read` now '.repeat(300);
  const nested: StyledSpan[] = [];
  for (let i = 0; i < 250; i += 1) nested.push({ start: i, end: text.length - i, style: 'emphasis' });
  const flat: StyledSpan[] = [{ start: 0, end: text.length, style: 'emphasis' }];
  assert.deepEqual(
    recogniseNames([blockOf(text, 'paragraph', undefined, nested)]),
    recogniseNames([blockOf(text, 'paragraph', undefined, flat)]),
  );
});
