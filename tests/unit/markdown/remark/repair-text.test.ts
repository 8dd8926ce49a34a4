import assert from 'node:assert/strict';
import { test } from 'node:test';
import { trimUrl } from '../../../../src/markdown/remark/repair-text.ts';

test('a bare URL loses the punctuation of its sentence and keeps its own', () => {
  assert.deepEqual(
    [
      'https://e.org/a.',
      'https://e.org/a_(b)',
      'https://e.org/a_(b)).',
      'https://e.org/x?y=1,',
      'https://e.org/[a]]',
      'https://e.org/a/',
      'https://e.org/**',
    ].map(trimUrl),
    [
      'https://e.org/a',
      'https://e.org/a_(b)',
      'https://e.org/a_(b)',
      'https://e.org/x?y=1',
      'https://e.org/[a]',
      'https://e.org/a/',
      'https://e.org/',
    ],
  );
});
