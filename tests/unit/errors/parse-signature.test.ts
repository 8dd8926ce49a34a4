import assert from 'node:assert/strict';
import { test } from 'node:test';
import { literalWords } from '../../../src/errors/literal-words.ts';
import { parseSignature } from '../../../src/errors/parse-signature.ts';

/** `line:column rule` of every problem. */
function problemsOf(text: string): string[] {
  return parseSignature(text).problems.map(({ line, column, rule }) => `${line}:${column} ${rule}`);
}

test('literal text and typed holes make one variant', () => {
  const { variants, problems } = parseSignature('{module}: Unknown symbol {sym} (err {num:status})');
  assert.deepEqual(problems, []);
  assert.deepEqual(variants, [
    {
      lines: [
        {
          parts: [
            { type: 'module', name: 'module' },
            ': Unknown symbol ',
            { type: 'sym', name: 'sym' },
            ' (err ',
            { type: 'num', name: 'status' },
            ')',
          ],
          isFromStart: false,
          isToEnd: false,
        },
      ],
      weight: 19,
    },
  ]);
});

test('optional parts and alternatives are multiplied out', () => {
  const texts = parseSignature('{=ERROR|WARNING}: modpost{?, at {path}}').variants.map(({ lines }) => lines[0]?.parts);
  const path = { type: 'path', name: 'path' };
  assert.deepEqual(texts, [
    ['ERROR: modpost'],
    ['ERROR: modpost, at ', path],
    ['WARNING: modpost'],
    ['WARNING: modpost, at ', path],
  ]);
});

test('a doubled brace is a brace, and a line break begins a neighbour', () => {
  const { variants } = parseSignature('usage: a {{b}} of it\nsecond line here');
  assert.deepEqual(
    variants[0]?.lines.map(({ parts }) => parts),
    [['usage: a {b} of it'], ['second line here']],
  );
});

test('typographic quotes and runs of blanks in a signature are those of ASCII', () => {
  assert.deepEqual(parseSignature('needed  by ‘{path}’.  Stop.').variants[0]?.lines[0]?.parts, [
    "needed by '",
    { type: 'path', name: 'path' },
    "'. Stop.",
  ]);
});

test('what is not understood is refused at its line and column', () => {
  assert.deepEqual(problemsOf('some long text {nothing} here'), ['1:16 signature-syntax']);
  assert.deepEqual(problemsOf('first line of it\nsecond {sym of it'), ['2:8 signature-syntax']);
  assert.deepEqual(problemsOf('some long text } here'), ['1:16 signature-syntax']);
  assert.deepEqual(problemsOf('some long text {?optional'), ['1:16 signature-syntax']);
});

test('a hole whose end could be inside what it caught is refused', () => {
  assert.deepEqual(problemsOf('long text before {word}{num} of it'), ['1:24 signature-ambiguous']);
  assert.deepEqual(problemsOf('long text before {word}-x'), ['1:18 signature-ambiguous']);
  assert.deepEqual(problemsOf('long text before {sym}_x'), ['1:18 signature-ambiguous']);
  assert.deepEqual(problemsOf('long text before {text} {num}'), ['1:18 signature-ambiguous']);
  assert.deepEqual(problemsOf('long text before {sym}_x of it'), []);
});

test('a signature with too little literal text is refused', () => {
  assert.deepEqual(problemsOf('error'), ['1:1 signature-broad']);
  assert.deepEqual(problemsOf('{text} then some words'), ['1:1 signature-broad']);
  assert.deepEqual(problemsOf('{word}/{num}: (((((((('), ['1:1 signature-ambiguous', '1:1 signature-broad']);
  assert.deepEqual(problemsOf('{start}Killed{end}'), []);
});

test('a signature with very many variants is refused', () => {
  const many = '{=a|b|c|d} {=a|b|c|d} {=a|b|c|d} and some words';
  assert.deepEqual(problemsOf(many), ['1:1 signature-slow']);
});

test('words that a hole could lengthen are not looked up by', () => {
  const pattern = parseSignature('CPU#{num} stuck: gen{num:x} done at{path} end').variants[0]?.lines[0];
  assert.ok(pattern !== undefined);
  assert.deepEqual(literalWords(pattern), ['cpu', 'stuck', 'done', 'end']);
});
