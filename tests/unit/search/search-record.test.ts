import assert from 'node:assert/strict';
import { test } from 'node:test';
import { escapeName } from '../../../src/routes.ts';
import { decodeRecord, encodeRecord, toNameRecord, toPageRecord } from '../../../src/search/search-record.ts';

const NAME = {
  id: 'file~struct',
  name: 'file',
  kind: 'struct',
  aliases: ['struct file'],
  url: 'name/file~7estruct/',
  weight: 12,
} as const;

test('a record survives being written and read', () => {
  for (const [id, url] of [
    ['kfree', 'name/kfree/'],
    ['CONFIG_SMP', `names/c/2/#${escapeName('CONFIG_SMP')}`],
    ['/proc/*', 'topics/a-b/#devices'],
    ['a', 'names/a/#a'],
  ] as const) {
    const record = toNameRecord({ ...NAME, id, name: id, url, quote: 'one\ttwo  three', mark: 'gone' });
    assert.deepEqual(decodeRecord(encodeRecord(record, true)), { ...record, quote: 'one two three' });
  }
  const told = toNameRecord({ ...NAME, expressions: ['filp->f_op', 'struct file'] });
  assert.deepEqual(decodeRecord(encodeRecord(told, true)), { ...told, aliases: ['struct file', 'filp->f_op'] });
});

test('a page keeps its own URL and an error has no record', () => {
  const record = toPageRecord({ id: 'topics/dkms', kind: 'topic', title: 'DKMS', url: 'topics/dkms/' });
  assert.ok(record !== undefined);
  assert.deepEqual(decodeRecord(encodeRecord(record, true)), record);
  assert.equal(toPageRecord({ id: 'errors/x', kind: 'error', title: 'x', url: 'errors/x/' }), undefined);
});

test('a long quote is cut between words around the name', () => {
  const { quote } = toNameRecord({ ...NAME, name: 'kfree', quote: `${'word '.repeat(60)}kfree ${'more '.repeat(60)}` });
  assert.match(quote, /^….*\bkfree\b.*…$/);
  assert.ok(quote.length <= 122, String(quote.length));
});

test('one more mention of a name that is mentioned often leaves its record alone', () => {
  const at = (weight: number): string => encodeRecord(toNameRecord({ ...NAME, weight }), false);
  assert.equal(at(100), at(101));
  assert.notEqual(at(1), at(100));
});

test('a line that is no record is told from one', () => {
  assert.equal(decodeRecord(''), undefined);
  assert.equal(decodeRecord('name\tz9'), undefined);
});
