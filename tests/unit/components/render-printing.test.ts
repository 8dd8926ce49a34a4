import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderPrinting } from '../../../src/components/render-printing.ts';

const EVIDENCE = { release: '6.1', file: 'kernel/a.c', line: 3, anchor: 'text <%s>' };

test('each message has the place of every release that prints it, and what was not found is said', () => {
  const html = renderPrinting({
    signatures: [
      {
        html: 'both',
        releases: ['6.1', '6.12'],
        printed: [{ release: '6.1', place: 'mm/a.c:1', url: 'https://example.org/?a&b' }, { release: '6.12' }],
      },
      { html: 'old', releases: ['5.4'], printed: [] },
      { html: 'none', releases: [], printed: [] },
      { html: 'of gcc', releases: [], printer: 'gcc' },
    ],
    evidence: [EVIDENCE],
  });
  assert.match(
    html,
    /6\.1: <a href="https:\/\/example\.org\/\?a&amp;b"><code>mm\/a\.c:1<\/code><\/a>; 6\.12: put together of pieces<\/dd>/,
  );
  assert.match(html, /<samp>old<\/samp><\/dt><dd>5\.4: not checked<\/dd>/);
  assert.match(html, /<samp>none<\/samp><\/dt><dd>not in the sources of 6\.1 or 6\.12<\/dd>/);
  assert.doesNotMatch(html, /of gcc/);
  assert.match(html, /<code>kernel\/a\.c:3<\/code> <code class="kn-quiet">text &lt;%s&gt;<\/code>/);
});

test('where nothing is known there is no heading', () => {
  assert.equal(renderPrinting({ signatures: [{ html: 'x', releases: [] }], evidence: [] }), '');
});
