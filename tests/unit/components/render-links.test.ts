import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderLinks } from '../../../src/components/render-links.ts';
import type { LedgerLink } from '../../../src/model/link-ledger.ts';

const link: LedgerLink = {
  url: 'http://www.example.org/a?b=1&c=2',
  title: 'A page on <seq_file>',
  purpose: 'To read on.',
  entries: ['topics/a', 'samples/b'],
  state: 'not checked',
};
const entryOf = (id: string) => ({ title: `Title of ${id}`, url: `/${id}/` });

test('a link stands in its table with host, purpose, entries and state, everything escaped', () => {
  const html = renderLinks([link], entryOf);
  assert.ok(html.includes('<a href="http://www.example.org/a?b=1&amp;c=2">A page on &lt;seq_file&gt;</a>'));
  assert.ok(html.includes('<code>example.org</code>'));
  assert.ok(html.includes('<a href="/topics/a/">Title of topics/a</a>, <a href="/samples/b/">Title of samples/b</a>'));
  assert.ok(html.includes('<td>not checked</td>'));
});

test('a page that is probably gone has its archived copy beside it', () => {
  const archive = 'https://web.archive.org/web/http://www.example.org/a?b=1&c=2';
  const html = renderLinks([{ ...link, archive }], entryOf);
  assert.ok(
    html.includes(
      'not checked, perhaps gone: <a href="https://web.archive.org/web/http://www.example.org/a?b=1&amp;c=2">archived copy</a>',
    ),
  );
});
