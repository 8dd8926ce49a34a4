import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderNames } from '../../../src/components/render-names.ts';
import type { NameView } from '../../../src/model/page-views.ts';

const name = (title: string, kind: NameView['kind'], mark: NameView['mark'] = 'fine'): NameView => ({
  title,
  kind,
  mark,
  url: `/name/${title}~${kind}/`,
});

test('names that are written alike are told apart by what they are, others stand alone', () => {
  assert.equal(
    renderNames([name('read', 'function'), name('kfree', 'function'), name('read', 'field')]),
    '<ul class="kn-names"><li><a class="n" href="/name/read~function/">read</a> <span class="kn-quiet">function</span></li>' +
      '<li><a class="n" href="/name/kfree~function/">kfree</a></li>' +
      '<li><a class="n" href="/name/read~field/">read</a> <span class="kn-quiet">field</span></li></ul>',
  );
});

test('names to look out for come first', () => {
  const html = renderNames([name('a', 'function'), name('b', 'function', 'gone'), name('c', 'function', 'slip')]);
  assert.deepEqual(
    [...html.matchAll(/>(\w)<\/a>/g)].map(([, title]) => title),
    ['c', 'b', 'a'],
  );
});
