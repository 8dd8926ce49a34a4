import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderGlossary, renderGlossaryNav } from '../../../src/components/render-glossary.ts';
import type { GlossaryView } from '../../../src/model/page-views.ts';

const VIEW: GlossaryView = [
  {
    chapter: {
      id: 'chapters/locks',
      kind: 'chapter',
      title: 'Locks & more',
      number: 5,
      url: '/chapters/locks/',
      tags: [],
    },
    names: [
      {
        name: { title: 'spin_lock', url: '/name/spin_lock/', kind: 'macro', mark: 'fine' },
        quoteHtml: '<mark>spin_lock()</mark> waits.',
        url: '/chapters/locks/#spin',
      },
    ],
  },
];

test('a name stands under its chapter with its kind, the sentence and the way to the place', () => {
  assert.equal(
    renderGlossary(VIEW),
    '<section class="kn-group" id="chapter-1"><h2><a href="/chapters/locks/">5. Locks &amp; more</a> <span class="kn-figure">1</span></h2>' +
      '<ul class="kn-cards" data-list="group"><li class="kn-card" data-kind="name"><a class="n" href="/name/spin_lock/">spin_lock</a> ' +
      '<span class="kn-facts"><span>macro</span></span><p><mark>spin_lock()</mark> waits. ' +
      '<a href="/chapters/locks/#spin" aria-label="spin_lock in the chapter">§</a></p></li></ul></section>',
  );
  assert.equal(
    renderGlossaryNav(VIEW),
    '<ul class="kn-nav"><li><a href="#chapter-1">5. Locks &amp; more</a></li></ul>',
  );
});
