import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hasMeaning } from '../../../src/components/list-places.ts';
import type { EntryView } from '../../../src/model/page-views.ts';

const error: EntryView['error'] = {
  severity: 'error',
  component: 'modpost',
  signatures: [],
  heard: [],
  classes: [],
  causes: [{ id: 'a', titleHtml: 'A', fixHtml: 'B' }],
  evidence: [],
  proof: 'none',
  runs: [],
  isOutOfDate: false,
};

test('the text of an error that follows its causes gets a heading', () => {
  assert.equal(hasMeaning(error, '<p>It means this.</p>'), true);
});

test('no heading is added where the text is empty, has its own, or where there are no causes', () => {
  assert.equal(hasMeaning(error, ' '), false);
  assert.equal(hasMeaning(error, '<h2 id="x">Mine</h2>'), false);
  assert.equal(hasMeaning({ ...error, causes: [] }, '<p>Text</p>'), false);
  assert.equal(hasMeaning(undefined, '<p>Text</p>'), false);
});
