import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scanDocument } from '../../../scripts/kernel/scan-documents.ts';
import { type DocumentPart, documentUrl, findDocument } from '../../../src/kernel/find-document.ts';
import type { ReleaseFacts } from '../../../src/kernel/inventory.ts';
import type { RankReason } from '../../../src/model/name-in-release.ts';

const DOCUMENT = 'Documentation/pond.rst';
const facts = (reasons: readonly RankReason[], exported?: 'all'): ReleaseFacts => ({
  candidates: [{ kind: 'function', form: 'plain', file: 'kernel/pond.c', reasons }],
  export: exported,
});
const find = (part: Omit<DocumentPart, 'document'>, name: string, one: ReleaseFacts) =>
  findDocument(name, one, (file) => (file === part.file ? [{ document: DOCUMENT, ...part }] : []));

test('a document prints the comments that its directive takes, and none of those that it leaves out', () => {
  const file = 'kernel/pond.c';
  const documented = facts(['documented']);
  const exported = facts(['documented', 'exported-here'], 'all');
  assert.equal(find({ file, takes: 'all' }, 'pond', documented), DOCUMENT);
  assert.equal(find({ file, takes: 'all', except: ['pond'] }, 'pond', documented), undefined);
  assert.equal(find({ file, takes: 'exported' }, 'pond', exported), DOCUMENT);
  assert.equal(find({ file, takes: 'exported' }, 'pond', documented), undefined);
  assert.equal(find({ file, takes: 'internal' }, 'pond', exported), undefined);
  assert.equal(find({ file, takes: 'named', names: ['pond'] }, 'pond', documented), DOCUMENT);
  assert.equal(find({ file, takes: 'named', names: ['lake'] }, 'pond', documented), undefined);
  assert.equal(find({ file, takes: 'all' }, 'pond', facts([])), undefined);
  assert.equal(find({ file: '', takes: 'named', names: ['pond'] }, 'pond', facts([])), DOCUMENT);
});

test('directives are read with the options below them; sections of prose include no name', () => {
  const text = `.. kernel-doc:: include/linux/pond.h
   :doc: Ponds

.. kernel-doc:: kernel/pond.c
   :identifiers: pond_fill
                 pond_dry

.. kernel-doc:: kernel/lake.c
   :export:
   :no-identifiers: lake_old
`;
  assert.deepEqual(scanDocument(DOCUMENT, text), [
    { document: DOCUMENT, file: 'kernel/pond.c', takes: 'named', names: ['pond_fill', 'pond_dry'] },
    { document: DOCUMENT, file: 'kernel/lake.c', takes: 'exported', except: ['lake_old'] },
  ]);
});

test('the address of a document has the release and the anchor of the name', () => {
  assert.equal(
    documentUrl('6.12', 'Documentation/core-api/mm-api.rst', 'kfree'),
    'https://docs.kernel.org/6.12/core-api/mm-api.html#c.kfree',
  );
});
