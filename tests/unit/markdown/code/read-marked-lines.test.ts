import assert from 'node:assert/strict';
import { test } from 'node:test';
import { draftNote } from '../../../../src/compiler/draft-note.ts';
import { readMarkedLines } from '../../../../src/markdown/code/read-marked-lines.ts';

test('lines are pointed at in braces or by hl_lines, one by one or from one to another', () => {
  const cases: readonly (readonly [info: string, lines: readonly number[]])[] = [
    ['c {3,5-7}', [3, 5, 6, 7]],
    ['c{1}', [1]],
    ['c title="a.c" { 2, 4 }', [2, 4]],
    ['{.c hl_lines="1 3-4"}', [1, 3, 4]],
    ["python hl_lines='2'", [2]],
    ['c', []],
    ['c {.numberLines}', []],
    ['c {7-5}', []],
  ];
  for (const [info, lines] of cases) assert.deepEqual([...readMarkedLines(info)], lines, info);
});

test('a range without end costs no more than a block can show', () => {
  assert.equal(readMarkedLines('c {1-999999}').size, 5000);
});

test('the lines pointed at are marked in the block, and the fence keeps its language and title', async () => {
  const text = '```c title="a.c" {2}\nint a;\nint b;\n```\n';
  const { entries } = await draftNote({ file: 'a.md', text, attachments: [] });
  assert.match(
    entries[0]?.html ?? '',
    /<figcaption><b>a\.c<\/b><span>c<\/span><\/figcaption><pre [^>]*data-lang="c"[^>]*><code><i class="t">int<\/i> a;\n<mark><i class="t">int<\/i> b;<\/mark>\n<\/code>/,
  );
});
