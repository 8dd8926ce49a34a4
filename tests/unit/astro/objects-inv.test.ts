import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inflateSync } from 'node:zlib';
import { type InventoryItem, writeObjectsInv } from '../../../src/astro/objects-inv.ts';

/** Reads an inventory as Sphinx does: four lines, then a compressed list whose fields are parted by blanks. */
function readObjectsInv(bytes: Uint8Array): {
  readonly head: readonly string[];
  readonly items: readonly InventoryItem[];
} {
  let at = 0;
  const head: string[] = [];
  while (head.length < 4) {
    const end = bytes.indexOf(10, at);
    head.push(Buffer.from(bytes.subarray(at, end)).toString('utf8'));
    at = end + 1;
  }
  const lines = inflateSync(bytes.subarray(at)).toString('utf8').split('\n').filter(Boolean);
  const items = lines.map((line) => {
    const match = /^(.+?)\s+(\S+):(\S+)\s+(-?\d+)\s+?(\S*)\s+(.*)$/.exec(line);
    assert.ok(match, line);
    const [, name = '', domain = '', role = '', , uri = '', display = ''] = match;
    return {
      name,
      domain,
      role,
      uri: uri.endsWith('$') ? uri.slice(0, -1) + name : uri,
      ...(display === '-' ? {} : { displayName: display }),
    };
  });
  return { head, items };
}

test('an inventory read back by hand has the items that were written, sorted by name', () => {
  const items: InventoryItem[] = [
    { name: 'sk_buff', domain: 'c', role: 'struct', uri: 'names/sk_buff/' },
    { name: 'kfree', domain: 'c', role: 'function', uri: 'names/kfree' },
    { name: 'chapter-5', domain: 'std', role: 'label', uri: 'chapters/5/#top', displayName: 'Chapter 5:  races' },
  ];
  const { head, items: read } = readObjectsInv(writeObjectsInv({ project: 'kernel notes', version: '1', items }));
  assert.deepEqual(head, [
    '# Sphinx inventory version 2',
    '# Project: kernel notes',
    '# Version: 1',
    '# The remainder of this file is compressed using zlib.',
  ]);
  assert.deepEqual(read, [
    { name: 'chapter-5', domain: 'std', role: 'label', uri: 'chapters/5/#top', displayName: 'Chapter 5: races' },
    { name: 'kfree', domain: 'c', role: 'function', uri: 'names/kfree' },
    { name: 'sk_buff', domain: 'c', role: 'struct', uri: 'names/sk_buff/' },
  ]);
});

test('names with blanks survive, names with line breaks and addresses with blanks are refused', () => {
  const one = (item: Partial<InventoryItem>) =>
    writeObjectsInv({
      project: 'p',
      version: '',
      items: [{ name: 'n', domain: 'c', role: 'macro', uri: 'u', ...item }],
    });
  assert.equal(readObjectsInv(one({ name: 'page cache', uri: 'a/page-cache' })).items[0]?.name, 'page cache');
  assert.throws(() => one({ name: 'a\nb' }), /Unexpected name/);
  assert.throws(() => one({ uri: 'a b' }), /Unexpected blank/);
});

test('the same items give the same bytes in whatever order they come', () => {
  const items: InventoryItem[] = ['b', 'a', 'c'].map((name) => ({
    name,
    domain: 'c',
    role: 'macro',
    uri: `x/${name}`,
  }));
  const write = (list: readonly InventoryItem[]) => writeObjectsInv({ project: 'p', version: '1', items: list });
  assert.deepEqual(write(items), write([...items].reverse()));
});
