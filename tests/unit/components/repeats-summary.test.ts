import assert from 'node:assert/strict';
import { test } from 'node:test';
import { repeatsSummary } from '../../../src/components/repeats-summary.ts';

test('a summary that was taken from the text is found behind tags and character references', () => {
  assert.equal(
    repeatsSummary(
      'Use kfree() & "kmalloc" with care',
      '<p>Use <a class="n" href="/x/">kfree()</a> &amp; &quot;<code>kmalloc</code>&quot; with care.</p>',
    ),
    true,
  );
});

test('a summary with words of its own is told apart', () => {
  assert.equal(repeatsSummary('How memory is taken and given back', '<p>Use kfree() with care.</p>'), false);
});

test('tags of a template are not words of the text', () => {
  assert.equal(
    repeatsSummary(
      'It was gone. int x;',
      '<p>It was gone. <code class="kn-template">{% highlight c %}</code>\nint x;</p>',
    ),
    true,
  );
});
