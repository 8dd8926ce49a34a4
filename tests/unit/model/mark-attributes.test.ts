import assert from 'node:assert/strict';
import { test } from 'node:test';
import { markAttributes } from '../../../src/model/mark-attributes.ts';

test('a name that is fine or unchecked carries no attribute', () => {
  assert.equal(markAttributes({ mark: 'fine' }), '');
  assert.equal(markAttributes({ mark: 'unchecked' }), '');
});

test('the marks of the single releases are written only where they differ', () => {
  assert.equal(markAttributes({ mark: 'gone' }), ' data-mark="gone"');
  assert.equal(
    markAttributes({ mark: 'gone', marks: { '6.1': 'fine', '6.12': 'gone' } }),
    ' data-mark="gone" data-mark-61="fine" data-mark-612="gone"',
  );
});
