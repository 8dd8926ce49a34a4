import assert from 'node:assert/strict';
import { test } from 'node:test';
import { draftNote } from '../../../../src/compiler/draft-note.ts';

test('a sentence that is both the cause and the fix of a message stands once in the summary', async () => {
  const text = '# Errors\n\n* `ERROR: pond is dry`: fill the pond and try again.\n* `ERROR: pond is full`: drain it.\n';
  const { entries } = await draftNote({ file: 'errors.md', text, attachments: [] });
  const summaries = entries.filter(({ kind }) => kind === 'error').map(({ summary }) => summary ?? '');
  assert.equal(summaries.length, 2);
  for (const summary of summaries) {
    const [first = ''] = summary.split('. ');
    assert.equal(summary.split(first.replace(/\.$/, '')).length, 2, summary);
  }
});
