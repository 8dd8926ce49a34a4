import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readLinkLedger } from '../../../src/astro/link-ledger.ts';

test('the ledger of outside links belongs to the shipped notes and not to those of somebody else', () => {
  assert.ok(readLinkLedger({ isShipped: true }).some(({ url }) => url.startsWith('https://git.kernel.org/')));
  assert.deepEqual(readLinkLedger({ isShipped: false }), []);
});
