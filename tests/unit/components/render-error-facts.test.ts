import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderErrorFacts } from '../../../src/components/render-error-facts.ts';
import type { ErrorView } from '../../../src/model/page-views.ts';

const error: ErrorView = {
  severity: 'error',
  component: 'modpost',
  signatures: [],
  heard: [],
  classes: [],
  causes: [],
  evidence: [],
  proof: 'none',
  runs: [],
  isOutOfDate: false,
};

test('spellings of the same releases share one box, others get their own', () => {
  const html = renderErrorFacts(
    {
      ...error,
      signatures: [
        { html: 'a', releases: ['6.1'] },
        { html: 'b', releases: ['6.1'] },
        { html: 'c', releases: ['6.12'] },
      ],
    },
    undefined,
  );
  assert.equal(html.match(/<figure>/g)?.length, 2);
  assert.match(html, /<samp>a<\/samp>\n<samp>b<\/samp><\/pre><figcaption>as 6\.1 prints it/);
});

test('an error without spellings and causes shows its summary alone, escaped', () => {
  assert.equal(renderErrorFacts(error, 'a < b'), '<p class="kn-summary">a &lt; b</p>');
});

test('a summary that the causes say in the same words is left out', () => {
  const cause = { id: 'noted', titleHtml: 'The <em>file</em> is stale.', fixHtml: 'Run <code>make clean</code>.' };
  const html = renderErrorFacts({ ...error, causes: [cause] }, 'The file is stale. Run make clean.');
  assert.doesNotMatch(html, /kn-summary/);
  assert.match(renderErrorFacts({ ...error, causes: [cause] }, 'Something else.'), /kn-summary/);
});

test('kinds of lines are listed with what they mean', () => {
  const html = renderErrorFacts({ ...error, classes: ['fail alloc', '-12'] }, undefined);
  assert.ok(html.includes('<h2 id="kinds">'));
  assert.ok(html.includes('<code>fail alloc</code> · <code>-12</code>'));
});

test('spellings that nobody saw printed stand apart, behind the causes, each with the reason', () => {
  const html = renderErrorFacts(
    {
      ...error,
      signatures: [{ html: 'a', releases: ['6.1'] }],
      heard: [
        { html: 'b', releases: ['5.4'], why: 'No kernel < 5.10 was at hand.' },
        { html: 'c', releases: [], printer: 'make', why: 'Make 4.2 printed it.' },
      ],
      causes: [{ id: 'x', titleHtml: 'X', fixHtml: 'Y' }],
    },
    undefined,
  );
  assert.ok(html.indexOf('id="causes"') < html.indexOf('id="heard"'));
  assert.doesNotMatch(html.slice(0, html.indexOf('id="heard"')), /<samp>[bc]<\/samp>/);
  assert.match(html, /<samp>b<\/samp><\/dt><dd>Said to be printed by 5\.4\. No kernel &lt; 5\.10 was at hand\.<\/dd>/);
  assert.match(html, /<samp>c<\/samp><\/dt><dd>Said to be printed by make\. Make 4\.2 printed it\.<\/dd>/);
  assert.doesNotMatch(renderErrorFacts(error, undefined), /id="heard"/);
});
