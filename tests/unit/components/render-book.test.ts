import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setApart } from '../../../src/components/render-book.ts';

test('anchors of a chapter and links to them are set apart together, and headings go one level down', () => {
  assert.equal(
    setApart(
      '<h2 id="locks">Locks</h2><p class="kn-definition" id="rcu">See <a class="n" href="#locks">there</a>, <a href="/x/#locks">elsewhere</a>.</p>',
      'c3-',
    ),
    '<h3 id="c3-locks">Locks</h3><p class="kn-definition" id="c3-rcu">See <a class="n" href="#c3-locks">there</a>, <a href="/x/#locks">elsewhere</a>.</p>',
  );
});
