import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cardAttributes, renderListTools } from '../../../src/components/render-list-tools.ts';
import type { EntryCard } from '../../../src/model/page-views.ts';

const card = (more: Partial<EntryCard>): EntryCard => ({
  id: 'x',
  kind: 'error',
  title: 'T',
  url: '/x/',
  tags: [],
  ...more,
});

test('a select stands for each property in which the cards differ, its choices in order', () => {
  const html = renderListTools([
    card({ severity: 'warning', component: 'loader', tags: ['sign'] }),
    card({ severity: 'fatal', component: 'loader', tags: ['mm & co', 'sign'] }),
  ]);
  assert.equal(
    html,
    '<label>Severity <select data-by="severity"><option value="">any</option><option>fatal</option><option>warning</option></select></label>' +
      '<label>Tag <select data-by="tag"><option value="">any</option><option>mm &amp; co</option><option>sign</option></select></label>',
  );
  assert.equal(renderListTools([card({})]), '');
});

test('a card says what the selects look at, several tags apart', () => {
  assert.equal(
    cardAttributes(card({ severity: 'fatal', component: 'oops "x"', tags: ['a', 'b c'] })),
    ' data-severity="fatal" data-component="oops &quot;x&quot;" data-tag="a|b c"',
  );
  assert.equal(cardAttributes(card({})), '');
});
