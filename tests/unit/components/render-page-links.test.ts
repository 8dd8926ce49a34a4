import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderPageLinks } from '../../../src/components/render-page-links.ts';

const pages = ['1', '2', '3'].map((title) => ({ title, url: `/names/a/${title}/?x&y` }));

test('a list on one page leads nowhere', () => {
  assert.equal(renderPageLinks(pages.slice(0, 1), 1, true), '');
  assert.equal(renderPageLinks([], 1), '');
});

test('the page that is shown is marked among all pages of its list', () => {
  assert.equal(
    renderPageLinks(pages, 2),
    '<nav class="kn-pages" aria-label="Pages"><a href="/names/a/1/?x&amp;y">1</a>' +
      '<a href="/names/a/2/?x&amp;y" aria-current="page">2</a><a href="/names/a/3/?x&amp;y">3</a></nav>',
  );
});

test('steps lead to the pages before and after, where there are such', () => {
  const steps = (page: number) =>
    [...renderPageLinks(pages, page, true).matchAll(/a\/(\d)[^>]*rel="(\w+)"/g)].map(([, to, rel]) => `${rel} ${to}`);
  assert.deepEqual([steps(1), steps(2), steps(3)], [['next 2'], ['prev 1', 'next 3'], ['prev 2']]);
});
