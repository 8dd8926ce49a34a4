import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { buildInto } from '../e2e/sites.ts';
import type { NastyTree } from './make-nasty-tree.ts';
import { makeNastyTree } from './make-nasty-tree.ts';

interface SiteFile {
  readonly root: string;
  readonly file: string;
  readonly outcome: string;
  readonly reason?: string;
}

const skip = process.platform === 'win32' && 'needs links and pipes in the file system';

describe('a folder of everything that notes should not be', { skip }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'kernel-notes-nasty-'));
  const out = join(folder, 'site');
  let tree: NastyTree;
  let files: readonly SiteFile[];
  /** Every text of the site. */
  let pages: ReadonlyMap<string, string>;

  before(() => {
    tree = makeNastyTree(join(folder, 'notes'), join(folder, 'outside'));
    buildInto(out, { base: '/', notes: `nasty=${join(folder, 'notes')}` });
    files = (JSON.parse(readFileSync(join(out, 'data', 'site.json'), 'utf8')) as { files: SiteFile[] }).files.filter(
      ({ root }) => root === 'nasty',
    );
    pages = readTexts(out);
  });

  after(() => rmSync(folder, { recursive: true, force: true }));

  test('every note is told once, with an outcome', () => {
    const expected = [
      ...tree.notes.keys(),
      ...tree.skipped,
      'hidden/draft.md',
      'hidden/private.md',
      'hidden/comment.md',
    ].sort();
    assert.deepEqual(files.map(({ file }) => file).sort(), expected);
  });

  test('only what is no text, ignored, hidden or a link is skipped, each with its reason', () => {
    const skipped = files.filter(({ outcome }) => outcome === 'skipped');
    assert.deepEqual(
      skipped.map(({ file }) => file).sort(),
      [...tree.skipped, 'hidden/draft.md', 'hidden/private.md'].sort(),
    );
    for (const { file, reason } of skipped) assert.ok(reason, file);
  });

  test('the word of every note is on a page', () => {
    const text = [...pages]
      .filter(([path]) => path.endsWith('.html'))
      .map(([, page]) => page)
      .join('\n');
    const lost = [...tree.notes].filter(([, word]) => !text.includes(word)).map(([file]) => file);
    assert.deepEqual(lost, []);
  });

  test('nothing that must stay unpublished is in any file of the site', () => {
    for (const [path, text] of pages)
      for (const secret of tree.secrets) assert.ok(!text.includes(secret), `${secret} in ${path}`);
  });

  test('no page holds a script, handler, frame, form or address that a note brought', () => {
    const active =
      /<(?:iframe|object|embed|form[^>]*evil|base|meta[^>]*refresh)|\son[a-z]+\s*=|(?:href|src)\s*=\s*["']?\s*(?:javascript|vbscript|data:text)/i;
    const reaching = /<(?:img|script|link|source|video|audio)[^>]*(?:src|href)\s*=\s*["']?(?:https?:)?\/\//i;
    for (const [path, text] of pages) {
      if (!path.endsWith('.html') && !path.endsWith('.svg')) continue;
      const tags = (text.match(/<[a-z][^<>]*>/gi) ?? []).join('\n');
      assert.ok(!active.test(tags), `${path}: ${active.exec(tags)?.[0]}`);
      assert.ok(!reaching.test(tags), `${path}: ${reaching.exec(tags)?.[0]}`);
      assert.ok(!/<script>[^<]*evil/.test(text), path);
    }
  });

  test('no file of the site holds a path of this machine', () => {
    for (const [path, text] of pages) assert.ok(!text.includes(folder), path);
  });
});

function readTexts(folder: string): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.(?:html|json|jsonl|js|css|svg|txt|xml)$/.test(entry.name)) continue;
    const path = join(entry.parentPath, entry.name);
    texts.set(path.slice(folder.length + 1), readFileSync(path, 'utf8'));
  }
  return texts;
}
