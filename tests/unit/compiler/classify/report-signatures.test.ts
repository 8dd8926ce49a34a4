import assert from 'node:assert/strict';
import { test } from 'node:test';
import { draftNote } from '../../../../src/compiler/draft-note.ts';

/** `rule line:column found` for every diagnostic of a note in `errors/`. */
async function told(text: string): Promise<string[]> {
  const { diagnostics } = await draftNote({ file: 'errors/demo.md', text, attachments: [] });
  return diagnostics.map(({ rule, severity, line, column, found }) => `${severity} ${rule} ${line}:${column} ${found}`);
}

function noteWith(...signatures: readonly string[]): string {
  const rows = signatures.map((text) => `- text: ${text}`).join('\n');
  return `---\nkind: error\ntitle: demo fails\nsignatures:\n${rows}\ncauses:\n- id: it\n  title: That\n  fix: Mend it.\n---\n\nBody.\n`;
}

test('a signature in which a hole could end anywhere is told at that hole', async () => {
  assert.deepEqual(await told(noteWith("'demo: device {dev}.ko is broken'")), []);
  assert.deepEqual(await told(noteWith("'demo: {word} is broken'", "'demo: broken by {sym}_x'")), [
    'warning signature-ambiguous 6:26 {sym} before "_x"',
  ]);
});

test('a signature without enough text, or with a mark that is none, is told', async () => {
  assert.deepEqual(await told(noteWith('demo {num}')), ['warning signature-broad 5:9 4 literal characters']);
  assert.deepEqual(await told(noteWith("'demo: {nothing} is broken'")), [
    'warning signature-syntax 5:16 the hole {nothing}',
  ]);
});

test('a signature of too many variants is told as slow, and the same one twice as repeated', async () => {
  const many = '{=a|b|c|d}'.repeat(3);
  assert.deepEqual(await told(noteWith(`'demo broke ${many}'`, 'demo is broken')), [
    'warning signature-slow 5:10 64 variants',
  ]);
  assert.deepEqual(await told(noteWith('demo is broken', 'demo is broken')), [
    'warning signature-repeated 6:9 the same signature twice',
  ]);
});

test('a message of a list that is too short for a signature is told where it is quoted', async () => {
  const { diagnostics } = await draftNote({
    file: 'note.md',
    text: '# Errors\n\n* `error: bad`: mend it.\n* `demo_probe: failed with error -22`: mend it.\n',
    attachments: [],
  });
  assert.deepEqual(
    diagnostics.map(({ rule, line, column }) => `${rule} ${line}:${column}`),
    [],
  );
  const short = await draftNote({ file: 'n.md', text: '# Errors\n\n* `bad 12 -7`: mend it.\n', attachments: [] });
  assert.deepEqual(
    short.diagnostics.map(({ rule, line, column }) => `${rule} ${line}:${column}`),
    ['signature-broad 3:4'],
  );
});

test('what varies in a quoted message becomes holes', async () => {
  const { entries } = await draftNote({
    file: 'note.md',
    text: '# Errors\n\n* `make: *** /lib/modules/5.4.0-42-generic/build: failed {1}`: install the headers.\n',
    attachments: [],
  });
  const signatures = entries.flatMap(({ error }) => error?.signatures.map(({ text }) => text) ?? []);
  assert.deepEqual(signatures, ['make: *** {path}: failed {{1}}']);
});
