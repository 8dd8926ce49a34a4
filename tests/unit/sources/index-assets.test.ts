import assert from 'node:assert/strict';
import { test } from 'node:test';
import { indexAssets } from '../../../src/sources/index-assets.ts';

const files = ['logo.png', 'img/a b.png', 'img/deep/logo.png', 'static/s.png', '100%.png', 'b/pic.PNG', 'a/pic.png'];
const index = indexAssets([
  ...files.map((file) => ({ root: 'notes', file, path: `/${file}`, readBytes: () => new Uint8Array() })),
  { root: 'other', file: 'secret.png', path: '/secret.png', readBytes: () => new Uint8Array() },
]);
const find = (file: string, target: string) => index.find('notes', file, target)?.file;
const byName = (name: string) => index.findByName('notes', name)?.file;

test('a target is looked up from the folder of the note', () => {
  assert.equal(find('img/note.md', 'deep/logo.png'), 'img/deep/logo.png');
  assert.equal(find('img/note.md', '../logo.png'), 'logo.png');
  assert.equal(find('img/note.md', './a%20b.png?x#y'), 'img/a b.png');
  assert.equal(find('note.md', '100%.png'), '100%.png');
});

test('a target with a slash in front is looked up from the top and in the folders served there', () => {
  assert.equal(find('img/note.md', '/logo.png'), 'logo.png');
  assert.equal(find('img/note.md', '/s.png'), 'static/s.png');
});

test('nothing is found outside the root, under a scheme or on another host', () => {
  for (const target of [
    '../../logo.png',
    '%2e%2e/%2e%2e/secret.png',
    '/../secret.png',
    'file:///logo.png',
    'http://x/logo.png',
    '//x/logo.png',
    '',
  ]) {
    assert.equal(find('img/note.md', target), undefined, target);
  }
  assert.equal(byName('secret.png'), undefined);
});

test('an embed finds a file by its path or by its name, the nearest to the top first', () => {
  assert.equal(byName('img/deep/logo.png'), 'img/deep/logo.png');
  assert.equal(byName('logo.png'), 'logo.png');
  assert.equal(byName('Pic.png'), 'a/pic.png');
  assert.equal(byName('none.png'), undefined);
});
