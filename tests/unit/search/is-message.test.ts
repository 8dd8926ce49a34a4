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

test('plain words that are mostly not those of a message are a question', () => {
  assert.equal(isTakenForMessage('scheduling while atomic variables of my own driver change hands'), false);
});

test('where not all signatures fit, each error keeps its first ones', () => {
  const letters = (number: number): string =>
    number.toString(36).replace(/\d/g, (digit) => 'qwertzuiop'[Number(digit)] ?? '');
  const errors = Array.from({ length: 300 }, (_, error) => ({
    id: `errors/${error}`,
    kind: 'error' as const,
    title: `title${letters(error)}`,
    url: `errors/${error}/`,
    signatures: Array.from(
      { length: 9 },
      (_, line) => `first${letters(error)} rare${letters(line)} end${letters(error * 9 + line)}`,
    ),
  }));
  const text = encodeErrorTable(errors);
  const table = decodeErrorTable(text);
  assert.equal(table.errors.length, 300);
  const counts = table.errors.map(({ signatures }) => signatures.length);
  assert.ok(Math.max(...counts) - Math.min(...counts) <= 1 && Math.max(...counts) < 9, `${counts}`);
  assert.equal(
    matchErrors(table, `first${letters(299)} rare${letters(0)} end${letters(299 * 9)}`)[0]?.row.url,
    'errors/299/',
  );
});
