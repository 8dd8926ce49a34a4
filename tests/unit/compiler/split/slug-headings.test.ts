import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Slugger, shortSlug, slugOf } from '../../../../src/compiler/split/slug-headings.ts';

test('a heading has the anchor that GitHub gives it', () => {
  assert.deepEqual(
    [
      'Spin locks',
      'What is `kfree()`?',
      'Potential improvements, per 4.19 kernel',
      'a_b & c-d',
      '内核 笔记',
      '???',
    ].map(slugOf),
    ['spin-locks', 'what-is-kfree', 'potential-improvements-per-419-kernel', 'a_b--c-d', '内核-笔记', 'section'],
  );
});

test('repeated headings are numbered, and a number that is taken is passed over', () => {
  const slugger = new Slugger();
  assert.deepEqual(
    ['a', 'a-1', 'a', 'A', 'b'].map((text) => slugger.next(text)),
    ['a', 'a-1', 'a-2', 'a-3', 'b'],
  );
});

test('a short slug ends at a word and keeps the underscores of names', () => {
  assert.deepEqual(
    [
      "in `tcp_v4_rcv` there's branching",
      'one two three four five six seven eight nine ten eleven twelve thirteen',
      'x'.repeat(80),
    ].map((text) => shortSlug(text)),
    ['in-tcp_v4_rcv-theres-branching', 'one-two-three-four-five-six-seven-eight-nine-ten-eleven', 'x'.repeat(60)],
  );
});
