import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withFields } from '../../../src/client/address-fields.ts';

test('what is chosen stands in the address, what is blank does not, and what others put there stays', () => {
  assert.equal(withFields('', { q: 'oops', severity: '' }), 'q=oops');
  assert.equal(withFields('?q=old&severity=fatal&x=1', { q: '  ', severity: 'error' }), 'severity=error&x=1');
  assert.equal(withFields('?q=a', { q: '' }), '');
  assert.equal(withFields('', { q: 'a b&c' }), 'q=a+b%26c');
});
