import assert from 'node:assert/strict';
import { test } from 'node:test';
import { markMatches } from '../../../src/search/mark-matches.ts';

const marked = (text: string, literal: string, key: string): string =>
  markMatches(text, [{ literal, key }])
    .map((run) => (run.isMarked ? `[${run.text}]` : run.text))
    .join('');

test('every place that holds the query is marked, whatever its case', () => {
  assert.equal(marked('Kfree frees; kfree(p) too', 'kfree()', 'kfree'), '[Kfree] frees; [kfree](p) too');
  assert.equal(marked('sk->sk_state is a char', 'sk->sk_state', 'sk->sk_state'), '[sk->sk_state] is a char');
});

test('what was typed is never read as a pattern', () => {
  assert.equal(marked('a*b', '*', 'a'), '[a][*]b');
  assert.equal(marked('x', '[', '('), 'x');
});

test('an empty text has no runs', () => {
  assert.deepEqual(markMatches('', [{ literal: 'a', key: 'a' }]), []);
});
