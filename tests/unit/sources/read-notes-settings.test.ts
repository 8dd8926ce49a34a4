import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { readNotesSettings } from '../../../src/sources/read-notes-settings.ts';

const folder = mkdtempSync(join(tmpdir(), 'kernel-notes-settings-'));
after(() => rmSync(folder, { recursive: true }));

function read(text: string) {
  writeFileSync(join(folder, 'kernel-notes.json'), text);
  const { settings, findings } = readNotesSettings('notes', folder);
  return { settings, found: findings.map(({ line, column, found }) => `${line}:${column} ${found}`) };
}

test('all fields are taken', () => {
  const settings = {
    title: 'Team',
    logo: 'logo.svg',
    language: 'zh-Hans',
    ignore: ['x/'],
    rules: { 'dangling-link': 'off', 'stale-name': 'error' },
    editLink: 'https://example.org/{file}',
  };
  assert.deepEqual(read(JSON.stringify(settings)), { settings, found: [] });
});

test('a folder without the file has no settings', () => {
  assert.deepEqual(readNotesSettings('notes', join(folder, 'none')), { settings: {}, findings: [] });
});

test('one wrong field leaves the others', () => {
  assert.deepEqual(read('{ "title": 3, "ignore": ["x/", 4], "language": "!", "colour": "red" }'), {
    settings: { ignore: ['x/'] },
    found: [
      '1:1 `title`: Invalid input: expected string, received number',
      '1:1 `ignore` with something that is no text',
      '1:1 `language`: a language tag such as `en` or `zh-Hans`',
      '1:1 the unknown field "colour"',
    ],
  });
});

test('comments and trailing commas are read and told', () => {
  assert.deepEqual(read('{\n  // drafts\n  "ignore": ["drafts/"],\n}\n'), {
    settings: { ignore: ['drafts/'] },
    found: ['1:1 JSON with comments or trailing commas'],
  });
});

test('what stands before an error is still taken', () => {
  const { settings, found } = read('{\n  "ignore": ["drafts/"],\n  "title": "A\n');
  assert.deepEqual(settings.ignore, ['drafts/']);
  assert.match(found[0] ?? '', /^\d+:\d+ no JSON: /);
});

test('something else than an object is told', () => {
  assert.deepEqual(read('[]'), { settings: {}, found: ['1:1 no object'] });
  assert.deepEqual(read('null'), { settings: {}, found: ['1:1 no object'] });
});

test('aliases that grow without end are refused', () => {
  const bomb = Array.from({ length: 30 }, (_, at) => `l${at + 1}: &l${at + 1} [${Array(9).fill(`*l${at}`).join(',')}]`);
  const { settings, found } = read(['l0: &l0 x', ...bomb].join('\n'));
  assert.deepEqual(settings, {});
  assert.equal(found.length, 1);
});

test('a rule that does not exist is told, the others are taken', () => {
  const { settings, found } = read('{ "rules": { "stale-nam": "error", "stale-name": "error" } }');
  assert.equal(settings.rules?.['stale-name'], 'error');
  assert.deepEqual(found, ['1:1 the unknown rule "stale-nam"']);
});
