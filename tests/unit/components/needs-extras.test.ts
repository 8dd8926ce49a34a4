import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { needsExtras } from '../../../src/components/needs-extras.ts';

const asides = readFileSync(new URL('../../../src/styles/asides.css', import.meta.url), 'utf8');

test('paragraphs, lists, tables, quotes and code need one style sheet only', () => {
  assert.equal(
    needsExtras(
      '<h2 id="a">A</h2><p>a <code>b</code></p><ul><li>c</li></ul><blockquote><p>d</p></blockquote>' +
        '<div class="kn-table"><table><tbody><tr><td>e</td></tr></tbody></table></div>' +
        '<figure class="kn-block"><pre class="kn-code"><code><i class="k">int</i> a;</code></pre></figure>',
    ),
    false,
  );
});

test('what the second style sheet draws is found', () => {
  for (const html of [
    '<aside class="kn-callout" data-callout="tip"><p>a</p></aside>',
    '<p><kbd>q</kbd></p>',
    '<p>x<sup>2</sup></p>',
    '<hr>',
    '<img alt="" src="a.png">',
    '<li class="task-list-item"><input type="checkbox" disabled> a</li>',
    '<section data-footnotes class="footnotes"></section>',
    '<p class="kn-definition" id="d"><strong>d</strong></p>',
    '<figure class="kn-picture"></figure>',
    '<pre class="kn-plain" tabindex="0">a</pre>',
    '<code class="kn-template">{{ a }}</code>',
    '<i class="a">+ added</i>',
  ])
    assert.equal(needsExtras(html), true, html);
});

test('each element and class that the style sheet of asides names is looked for', () => {
  const elements = [...asides.matchAll(/:where\(([a-z]+)\b/g)].map(([, name]) => `<${name}>`);
  const classes = [...asides.matchAll(/\.(kn-(?:plain|definition|template))\b/g)].map(([, name]) => `class="${name}"`);
  assert.ok(elements.length > 5 && classes.length > 2);
  // A term, its description and a summary stand inside of what is looked for.
  const inside = new Set(['<dt>', '<dd>', '<summary>']);
  assert.deepEqual(
    [...elements, ...classes].filter((html) => !inside.has(html) && !needsExtras(html)),
    [],
  );
});
