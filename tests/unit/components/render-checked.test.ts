import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderChecked } from '../../../src/components/render-checked.ts';
import type { NameView } from '../../../src/model/page-views.ts';

const name = (title: string, mark: NameView['mark'], marks?: NameView['marks']): NameView => ({
  title,
  url: `/name/${title}/`,
  kind: 'function',
  mark,
  marks,
});

test('a page whose names nobody checked says nothing about them', () => {
  assert.equal(renderChecked([name('kfree', 'unchecked')]), '');
  assert.equal(renderChecked([]), '');
});

test('a page whose names are all there says so once, for both releases', () => {
  const html = renderChecked([name('kfree', 'fine')]);
  assert.match(html, /every name is there/);
  assert.doesNotMatch(html, /data-for/);
});

test('counts of a single release stand beside the one for both where the releases differ', () => {
  const html = renderChecked([
    name('sk_stream_alloc_skb', 'gone', { '6.1': 'fine', '6.12': 'gone' }),
    name('xtime_lock', 'gone', { '6.1': 'gone', '6.12': 'gone' }),
  ]);
  assert.match(html, /<span data-for="both"><span class="kn-mark" data-mark="gone">2 names gone/);
  assert.match(html, /<span data-for="6\.1"><span class="kn-mark" data-mark="gone">1 name gone/);
  assert.match(html, /<span data-for="6\.12"><span class="kn-mark" data-mark="gone">2 names gone/);
});
