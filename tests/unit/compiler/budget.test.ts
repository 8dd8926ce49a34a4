import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isOverBudget, isSmallAndShallow, measureText } from '../../../src/compiler/budget.ts';

const over = (text: string) => isOverBudget(measureText(text)) !== undefined;
const lines = (count: number, write: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => write(at)).join('\n');

test('what people write is within the budget, however long', () => {
  const normal: Readonly<Record<string, string>> = {
    empty: '',
    'prose of 500 KB': 'The `copy_to_user()` of a *driver* copies [out](x.md) of the kernel.\n\n'.repeat(7_500),
    'one paragraph of 300 KB': 'word '.repeat(60_000),
    'table of 2,000 rows': `| a | b | c | d |\n| --- | --- | --- | --- |\n${lines(2_000, (at) => `| \`fn_${at}()\` | **b** | [c](d) | text_${at}_x |`)}`,
    'list of 3,000 items': lines(3_000, (at) => `- \`fn_${at}()\`: **bold** and [a link](x.md) with *two* _words_`),
    'numbered list of 2,000 items': lines(2_000, (at) => `${at + 1}. **bold** [a](b) and *c*`),
    'nested list': lines(2_000, (at) => `${'  '.repeat(at % 6)}- item *${at}*`),
    '2,000 references': lines(2_000, (at) => `[name-${at}]: https://example.org/${at}`),
    'names on 5,000 lines': lines(5_000, (at) => `__some_kernel_name_${at}_end`),
    'code of 1 MB': `\`\`\`c\n${'int *a[3] = { [0] = &b, /* * */ };\n'.repeat(30_000)}\`\`\``,
    'code of 1 MB in a list': `1. so:\n\n   \`\`\`c\n${'   int *a[3] = { [0] = &b };\n'.repeat(35_000)}   \`\`\``,
    '200 headings': lines(200, (at) => `## Heading ${at}\n\ntext\n`),
    '5,000 callouts': '> [!note] a\n> b\n\n'.repeat(5_000),
    'a quoted mail': lines(500, (at) => `${'> '.repeat(1 + (at % 4))}line *${at}*`),
  };
  for (const [name, text] of Object.entries(normal)) assert.equal(isOverBudget(measureText(text)), undefined, name);
});

test('shapes on which a parser does not finish are over it', () => {
  const shapes: Readonly<Record<string, string>> = {
    'list markers on a line': '* '.repeat(10_000),
    'numbers on a line': '1. '.repeat(1_000),
    'nested quotes': '>'.repeat(10_000),
    'quotes over lines': lines(300, (at) => `${'> '.repeat(at)}a`),
    'open brackets': '['.repeat(50_000),
    'nested images': `${'!['.repeat(2_000)}a${'](x)'.repeat(2_000)}`,
    'nested emphasis': `${'*a '.repeat(5_000)}${' b*'.repeat(5_000)}`,
    'emphasis on numbered lines that begin no list': `a\n${lines(5_000, (at) => `${at + 2}. *a b*`)}`,
    'emphasis on lines indented like items': `a\n${lines(5_000, () => '        - *a b*')}`,
    'backticks of all lengths': lines(900, (at) => `${'`'.repeat(at + 1)}a`).replaceAll('\n', ''),
    'comments never closed': 'a <!-- b '.repeat(8_000),
    'table of 20,000 rows': `|a|b|\n|-|-|\n${'|1|2|\n'.repeat(20_000)}`,
    'table of many empty cells': `${'|a'.repeat(2_000)}|\n${'|-'.repeat(2_000)}|\n${'|\n'.repeat(2_000)}`,
    'table that is none': `${'|*a'.repeat(2_500)}|\n|-|\n${'|*b'.repeat(5_000)}|`,
    'lazy lines': `> a\n${'b\n'.repeat(20_000)}`,
    'quotes in the items of one list': '- a\n  > b\n\n'.repeat(4_000),
    'quotes beside HTML': `<b>a</b>\n\n${'> b\n\n'.repeat(4_000)}`,
    'underlines in one block': 'a\n=\n'.repeat(10_000),
    'lists indented step by step': lines(500, (at) => `${'  '.repeat(at)}- a`),
    'footnotes in footnotes': lines(300, (at) => `${'    '.repeat(at)}[^${at}]: a`),
    '20,000 footnotes': lines(20_000, (at) => `[^${at}]: a`),
    'nested elements': '<div>\n'.repeat(20_000),
    '10 MB': 'A line of a log.\n'.repeat(600_000),
  };
  for (const [name, text] of Object.entries(shapes)) assert.ok(over(text), name);
});

test('nothing hides in what only looks like code', () => {
  const attack = `${'*a '.repeat(5_000)}${' b*'.repeat(5_000)}`;
  const wraps: Readonly<Record<string, string>> = {
    'a fence with a backtick behind it': `\`\`\` a\`b\n${attack}`,
    'a fence that is indented code': `a\n\n        \`\`\`\n        ${attack}`,
    'a fence inside a comment': `<!--\n\`\`\`\n-->\n${attack}`,
    'a fence inside an element': `<div>\n\`\`\`\n\n${attack}`,
    'a fence inside an element of a list': `- <div>\n  \`\`\`\n\n  ${attack}`,
    'a fence of a list item that has ended': `- a\n\n  \`\`\`\n${attack}`,
    'a fence in front matter': `---\na: |\n  \`\`\`\n---\n${attack}`,
    'a fence that was closed': `\`\`\`\na\n\`\`\`\n${attack}`,
    'a fence closed by a longer one': `~~~\na\n~~~~~\n${attack}`,
  };
  for (const [name, text] of Object.entries(wraps)) assert.ok(over(text), name);
});

test('what is counted is told', () => {
  const {
    depth,
    markersOnLine,
    lines: count,
    longestLine,
    codeFences,
    tableCells,
    htmlDepth,
  } = measureText('> - 1. a\r\n\r\n```\rx\r```\n|a|b|\n|-|-|\n|1|\n<b><br><i>');
  assert.deepEqual(
    { depth, markersOnLine, count, longestLine, codeFences, tableCells, htmlDepth },
    { depth: 3, markersOnLine: 3, count: 9, longestLine: 10, codeFences: 1, tableCells: 6, htmlDepth: 2 },
  );
});

test('the reason names what there is too much of', () => {
  assert.equal(isOverBudget(measureText('>'.repeat(200))), 'it nests lists and quotes 200 deep');
  assert.equal(isOverBudget(measureText('['.repeat(9_000))), 'it has too much of one thing in one place: brackets');
  assert.equal(isOverBudget(measureText('word\n'.repeat(200_000))), 'it is too long');
});

test('a usual note is small and shallow, a long or deep one is not', () => {
  assert.equal(isSmallAndShallow(measureText('# A\n\nSome *text* with `code`.\n\n- a\n  - b\n'.repeat(20))), true);
  assert.equal(isSmallAndShallow(measureText('word '.repeat(30_000))), false);
  assert.equal(isSmallAndShallow(measureText('>'.repeat(20))), false);
});

test('the time to count grows with the length of the text', () => {
  const seconds = (text: string) => {
    const start = process.cpuUsage();
    measureText(text);
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1e6;
  };
  for (const text of [
    '|'.repeat(500_000),
    ' '.repeat(500_000),
    '1. '.repeat(200_000),
    '\\|'.repeat(250_000),
    `${'a|'.repeat(50_000)}\n${'-|'.repeat(50_000)}`,
  ]) {
    assert.ok(seconds(text) < 5, text.slice(0, 10));
  }
});
