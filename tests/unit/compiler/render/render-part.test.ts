import assert from 'node:assert/strict';
import { test } from 'node:test';
import { draftNote } from '../../../../src/compiler/draft-note.ts';

test('the empty corner of a table is no heading, with or without HTML in the note', async () => {
  for (const more of ['', '\n<b>x</b>\n']) {
    const text = `| | 6.1 |\n| --- | --- |\n| a | b |\n${more}`;
    const { entries } = await draftNote({ file: 'a.md', text, attachments: [] });
    assert.match(entries[0]?.html ?? '', /<thead>\s*<tr>\s*<td><\/td>\s*<th>6\.1<\/th>/);
  }
});
