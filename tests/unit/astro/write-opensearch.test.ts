import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { OPENSEARCH_FILE, writeOpenSearch } from '../../../src/astro/write-opensearch.ts';

test('the description leads to the page of the search below origin and base, with a short name and escaped text', () => {
  const folder = mkdtempSync(join(tmpdir(), 'opensearch-'));
  try {
    writeOpenSearch(folder, {
      title: 'Notes <of> kernel & more',
      siteUrl: 'https://notes.example.org',
      base: '/team/',
    });
    const text = readFileSync(join(folder, OPENSEARCH_FILE), 'utf8');
    assert.match(text, /template="https:\/\/notes\.example\.org\/team\/search\/\?q=\{searchTerms\}"/);
    assert.match(text, /<ShortName>Notes &lt;of&gt; kerne<\/ShortName>/);
    assert.match(text, /Names, errors and words in Notes &lt;of&gt; kernel &amp; more/);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
