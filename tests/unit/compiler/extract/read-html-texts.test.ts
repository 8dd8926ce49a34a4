import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readHtmlTexts } from '../../../../src/compiler/extract/read-html-texts.ts';

const textsOf = (html: string) => readHtmlTexts(html).map(({ kind, text }) => [kind, text.trim()]);

test('each cell, item and summary of a piece of HTML is a block of its own', () => {
  assert.deepEqual(
    textsOf(
      '<table><tr><td>kmalloc</td><td>may <b>sleep</b></td></tr></table><ul><li>kfree</ul><details><summary>More</summary>',
    ),
    [
      ['cell', 'kmalloc'],
      ['cell', 'may sleep'],
      ['cell', 'kfree'],
      ['heading', 'More'],
    ],
  );
});

test('comments, scripts, styles and attributes are no text', () => {
  assert.deepEqual(
    textsOf(
      '<!-- kmalloc --><div title="a > b kzalloc"><script>vmalloc()</script><style>p{}</style>kfree</div><!-- open',
    ),
    [['cell', 'kfree']],
  );
});

test('a letter written as a reference belongs to the text but to no run', () => {
  const [text] = readHtmlTexts('sk-&gt;sk_state');
  assert.equal(text?.text, 'sk->sk_state');
  assert.deepEqual(text?.runs, [
    { from: 0, to: 3, start: 0, isLinked: false },
    { from: 7, to: 15, start: 4, isLinked: false },
  ]);
  assert.equal(text?.offsets[4], 7);
});

test('runs know whether they stand in a link, and styles where they begin and end', () => {
  const [text] = readHtmlTexts('<p>see <a href="x">kmalloc</a>, <code>kfree</code></p>');
  assert.deepEqual(
    text?.runs.map(({ isLinked }) => isLinked),
    [false, true, false, false],
  );
  assert.deepEqual(text?.styles, [
    { start: 4, end: 11, style: 'link' },
    { start: 13, end: 18, style: 'code' },
  ]);
});

test('unclosed tags by the thousand are read in time that grows with their number', () => {
  const html = `<a '"`.repeat(20_000) + '<script '.repeat(2_000);
  const start = process.cpuUsage().user;
  readHtmlTexts(html);
  assert.ok(process.cpuUsage().user - start < 2_000_000);
});

test('what stands in a summary is never made a link', () => {
  const texts = readHtmlTexts('<details><summary>Why <code>kmalloc</code>?</summary>kfree</details>');
  assert.deepEqual(
    texts.map(({ runs }) => runs.map(({ isLinked }) => isLinked)),
    [[true, true, true], [false]],
  );
});
