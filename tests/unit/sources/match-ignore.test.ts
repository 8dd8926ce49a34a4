import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compileIgnore } from '../../../src/sources/match-ignore.ts';

/** Which of the paths are ignored; a path that ends with a slash is a folder. */
function ignored(patterns: readonly string[], ...paths: readonly string[]): readonly string[] {
  const matches = compileIgnore(patterns);
  return paths.filter((path) => matches(path.replace(/\/$/, ''), path.endsWith('/')));
}

test('a pattern without a slash matches at every depth', () => {
  assert.deepEqual(ignored(['*.tmp.md'], 'a.tmp.md', 'x/y/b.tmp.md', 'a.md'), ['a.tmp.md', 'x/y/b.tmp.md']);
});

test('a pattern with a slash counts from the top', () => {
  assert.deepEqual(ignored(['x/a.md', '/b.md'], 'x/a.md', 'y/x/a.md', 'b.md', 'x/b.md'), ['x/a.md', 'b.md']);
});

test('a pattern that ends with a slash matches folders only', () => {
  assert.deepEqual(ignored(['drafts/'], 'drafts/', 'x/drafts/', 'drafts'), ['drafts/', 'x/drafts/']);
});

test('two stars stand for any number of folders, and at the end for what lies inside', () => {
  assert.deepEqual(ignored(['a/**/b.md'], 'a/b.md', 'a/x/b.md', 'a/x/y/b.md', 'b.md'), [
    'a/b.md',
    'a/x/b.md',
    'a/x/y/b.md',
  ]);
  assert.deepEqual(ignored(['a/**'], 'a/', 'a/x.md', 'a/x/y.md', 'b/a/x.md'), ['a/x.md', 'a/x/y.md']);
  assert.deepEqual(ignored(['**/z'], 'z', 'a/z', 'a/b/z'), ['z', 'a/z', 'a/b/z']);
});

test('the last pattern that matches decides', () => {
  assert.deepEqual(ignored(['*.md', '!keep.md'], 'a.md', 'keep.md', 'x/keep.md'), ['a.md']);
});

test('sets, single letters and escapes are understood', () => {
  assert.deepEqual(ignored(['[a-c]?.md'], 'ax.md', 'dx.md', 'a.md'), ['ax.md']);
  assert.deepEqual(ignored(['[!a].md'], 'a.md', 'b.md'), ['b.md']);
  assert.deepEqual(ignored(['\\#x', '\\!y', 'a\\*'], '#x', '!y', 'a*', 'ab'), ['#x', '!y', 'a*']);
  assert.deepEqual(ignored(['文?.md'], '文件.md', '文.md'), ['文件.md']);
});

test('comments, blank lines and lone marks match nothing', () => {
  assert.deepEqual(ignored(['', '# a.md', '/', '!', '   '], 'a.md', 'x/'), []);
});

test('a pattern of many stars is answered at once', () => {
  assert.deepEqual(ignored([`${'*a'.repeat(200)}b`], 'a'.repeat(5000)), []);
  assert.deepEqual(ignored([`${'**/a/'.repeat(50)}b`], Array(2000).fill('a').join('/')), []);
});
