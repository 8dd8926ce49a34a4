import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeErrorTable, encodeErrorTable, matchErrors } from '../../../src/search/error-table.ts';
import { parseQuery } from '../../../src/search/parse-query.ts';
import { isMessage } from '../../../src/search/search-session.ts';

const TABLE = decodeErrorTable(
  encodeErrorTable([
    {
      id: 'errors/refused',
      kind: 'error',
      title: 'BPF program load failed: refused',
      url: 'errors/refused/',
      signatures: ['libbpf: prog {text}: BPF program load failed: {text}'],
    },
    { id: 'errors/atomic', kind: 'error', title: 'scheduling while atomic', url: 'errors/atomic/', signatures: [] },
  ]),
);

function isTakenForMessage(typed: string): boolean {
  const query = parseQuery(typed);
  assert.ok(query !== undefined);
  return isMessage({ query, errors: matchErrors(TABLE, typed), names: [], nameCount: 0, pages: [], isGuess: false });
}

test('a line of a log is a message, whatever fills its holes', () => {
  assert.equal(isTakenForMessage('libbpf: prog x: BPF program load failed: Invalid argument'), true);
  assert.equal(isTakenForMessage('scheduling while atomic'), true);
});

test('plain words of a message in another order are a question', () => {
  assert.equal(isTakenForMessage('failed to load a bpf program'), false);
});
