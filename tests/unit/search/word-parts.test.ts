import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toWordParts } from '../../../src/search/word-parts.ts';

const queries = (typed: string): string[] => toWordParts(typed).map(({ query }) => query);

test('words that say nothing are left out, unless there are no others', () => {
  assert.deepEqual(queries('How to measure the time'), ['measure', 'time']);
  assert.deepEqual(queries('what is it'), ['what', 'is', 'it']);
  assert.deepEqual(queries("the driver's module won't load"), ['driver', 'module', 'load']);
});

test('arrows, brackets and calls part what they join', () => {
  assert.deepEqual(queries('sk->sk_state in tcp_v4_rcv()'), ['sk', 'sk_state', 'tcp_v4_rcv']);
});

test('what stands in quotes is a phrase that every page must have', () => {
  assert.deepEqual(toWordParts('queue "a fixed size" here'), [
    { query: '"a fixed size"', text: 'a fixed size', isWanted: true },
    { query: 'queue', text: 'queue', isWanted: false },
    { query: 'here', text: 'here', isWanted: false },
  ]);
});

test('a run of a script without blanks is a phrase of its letters; a longer one is looked for by its words too', () => {
  assert.deepEqual(queries('锁'), ['"锁"']);
  assert.deepEqual(queries('load 模块'), ['"模 块"', 'load']);
  assert.ok(queries('卸载模块').length > 1);
  assert.equal(queries('卸载模块')[0], '"卸 载 模 块"');
});
