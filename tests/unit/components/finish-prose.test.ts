import assert from 'node:assert/strict';
import { test } from 'node:test';
import { finishProse } from '../../../src/components/finish-prose.ts';

test('a heading with an id gets a link to itself behind its words', () => {
  assert.equal(
    finishProse('<h2 id="a b">Use of <code>x</code></h2>'),
    '<h2 id="a b">Use of <code>x</code><a class="kn-anchor" href="#a%20b" aria-label="Link to this heading"></a></h2>',
  );
});

test('a heading without an id stays as it is', () => {
  assert.equal(finishProse('<h3>Plain</h3>'), '<h3>Plain</h3>');
});

test('the boxes of a task list are labelled', () => {
  assert.equal(finishProse('<input type="checkbox" disabled>'), '<input type="checkbox" aria-label="Task" disabled>');
});
