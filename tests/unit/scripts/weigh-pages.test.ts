import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { pagesOfNotes, weighPages } from '../../../scripts/bench/weigh-pages.ts';

const SHORT =
  '<html><head><link rel="icon" href="/i.svg"><script src="/first.js"></script><link rel="stylesheet" href="/_astro/a.css"></head>' +
  '<body><a href="/b/">b</a><script type="module" src="/_astro/shell.js"></script></body></html>';
const LONG = SHORT.replace('</head>', '<link rel="stylesheet" href="/_astro/b.css"></head>');
const FILES: Readonly<Record<string, string>> = {
  'topics/x/a b/index.html': SHORT,
  'topics/x/c/index.html': LONG,
  'first.js': 'one()',
  '_astro/a.css': 'a{}',
  '_astro/b.css': 'b{}',
  '_astro/shell.js': 'two()',
  'data/entries.json': JSON.stringify({
    entries: [
      { url: '/topics/x/a%20b/', source: { file: 'x/a b.md' } },
      { url: '/topics/x/c/', source: { file: 'x/c.md' } },
      { url: '/topics/x/c/part/', parent: 'topics/x/c', source: { file: 'x/c.md' } },
      { url: '/errors/oops/', source: { file: 'oops/index.md' } },
    ],
  }),
};
const sizeOf = (...names: readonly string[]) =>
  names.reduce((sum, name) => sum + gzipSync(FILES[name] ?? '', { level: 9 }).length, 0);

test('a page weighs what it loads by itself: its sheets and scripts, no picture and no page behind a link', () => {
  const site = mkdtempSync(join(tmpdir(), 'weigh-'));
  try {
    for (const [name, text] of Object.entries(FILES)) {
      mkdirSync(dirname(join(site, name)), { recursive: true });
      writeFileSync(join(site, name), text);
    }
    const pages = pagesOfNotes(site, ['x/a b.md', 'x/c.md'], 10);
    assert.deepEqual(pages, ['topics/x/a b/index.html', 'topics/x/c/index.html']);
    assert.deepEqual(pagesOfNotes(site, ['x/a b.md', 'x/c.md'], 1), ['topics/x/a b/index.html']);
    const shell = ['first.js', '_astro/a.css', '_astro/shell.js'];
    const short = sizeOf('topics/x/a b/index.html', ...shell);
    const long = sizeOf('topics/x/c/index.html', '_astro/b.css', ...shell);
    assert.deepEqual(weighPages(site, pages), {
      pages: 2,
      meanBytes: (short + long) / 2,
      mostBytes: long,
      mostRequests: 5,
    });
    assert.deepEqual(weighPages(site, []), { pages: 0, meanBytes: 0, mostBytes: 0, mostRequests: 0 });
  } finally {
    rmSync(site, { recursive: true });
  }
});
