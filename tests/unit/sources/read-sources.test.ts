import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { readSources } from '../../../src/sources/read-sources.ts';

const made: string[] = [];
after(() => {
  for (const folder of made) rmSync(folder, { recursive: true });
});

/** A fresh folder with these files. */
function folderOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'kernel-notes-sources-'));
  made.push(folder);
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), content);
  }
  return folder;
}

function read(folder: string, ...excluded: string[]) {
  const sources = readSources([{ label: 'notes', dir: folder }], excluded);
  return {
    notes: sources.notes.map(({ file }) => file),
    assets: sources.assets.map(({ file }) => file),
    skipped: Object.fromEntries(sources.skipped.map(({ file, reason }) => [file, reason])),
    findings: sources.findings.map(({ file, rule, found }) => ({ file, rule, found })),
  };
}

test('every file is a note, an asset or skipped, in code-unit order', () => {
  const folder = folderOf({
    'b.md': 'b',
    'B.markdown': '',
    'a/z.MDX': '',
    'a/c.txt': '',
    'a/p.png': '',
    Makefile: '',
    'x.c': '',
  });
  assert.deepEqual(read(folder), {
    notes: ['B.markdown', 'a/c.txt', 'a/z.MDX', 'b.md'],
    assets: ['Makefile', 'a/p.png', 'x.c'],
    skipped: {},
    findings: [],
  });
});

test('odd names are read like any other', () => {
  const folder = folderOf({
    '..md': '1',
    'a & b.md': '2',
    'new\nline.md': '3',
    '%41.md': '4',
    '文件 🐧.md': '5',
    '\'"<>.md': '6',
  });
  const sources = readSources([{ label: 'notes', dir: folder }]);
  const texts = Object.fromEntries(sources.notes.map((note) => [note.file, note.readText()]));
  assert.deepEqual(texts, {
    '%41.md': '4',
    '\'"<>.md': '6',
    '..md': '1',
    'a & b.md': '2',
    'new\nline.md': '3',
    '文件 🐧.md': '5',
  });
});

test('a name that is no UTF-8 is spelt with escapes and its text can be read', {
  skip: process.platform !== 'linux' && 'Linux only',
}, () => {
  const folder = folderOf({});
  writeFileSync(Buffer.concat([Buffer.from(`${folder}/a`), Buffer.of(0xff), Buffer.from('.md')]), 'text');
  const [note] = readSources([{ label: 'notes', dir: folder }]).notes;
  assert.deepEqual([note?.file, note?.readText()], ['a%FF.md', 'text']);
});

test('hidden folders and node_modules are left out, hidden files are told', () => {
  const folder = folderOf({
    '.git/a.md': '',
    'node_modules/x/README.md': '',
    '.draft.md': '',
    '.md': '',
    'a.md': '',
    'x/.DS_Store': '',
  });
  assert.deepEqual(read(folder), {
    notes: ['a.md'],
    assets: [],
    skipped: {
      '.draft.md': 'its name begins with a dot',
      '.md': 'its name begins with a dot',
    },
    findings: [],
  });
});

test('the settings file of the notes decides what is ignored', () => {
  const folder = folderOf({
    'kernel-notes.json': '{ "ignore": ["private/", "*.tmp.md", "!keep.tmp.md"] }',
    'private/deep/a.md': '',
    'private/p.png': '',
    'b.tmp.md': '',
    'keep.tmp.md': '',
  });
  const reason = 'the settings of the notes ignore it';
  assert.deepEqual(read(folder), {
    notes: ['keep.tmp.md'],
    assets: ['kernel-notes.json'],
    skipped: { 'b.tmp.md': reason, 'private/deep/a.md': reason },
    findings: [],
  });
});

test('links are not followed and each is told why', () => {
  const outside = folderOf({ 'secret.md': 'secret' });
  const folder = folderOf({ 'a.md': '', 'x/b.md': '' });
  symlinkSync(join(outside, 'secret.md'), join(folder, 'out.md'));
  symlinkSync(outside, join(folder, 'outside'));
  symlinkSync('..', join(folder, 'x', 'up'));
  symlinkSync('self.md', join(folder, 'self.md'));
  symlinkSync('nothing.md', join(folder, 'dangling.md'));
  symlinkSync('x/b.md', join(folder, 'inside.md'));
  symlinkSync('x', join(folder, 'y'));
  symlinkSync('/', join(folder, 'root'));
  assert.deepEqual(read(folder), {
    notes: ['a.md', 'x/b.md'],
    assets: [],
    skipped: {
      'dangling.md': 'it is a link that leads nowhere',
      'inside.md': 'it is a link to x/b.md, inside the notes',
      'out.md': 'it is a link out of the notes',
      outside: 'it is a link out of the notes',
      root: 'it is a link out of the notes',
      'self.md': 'it is a link in a loop',
      'x/up': 'it is a link to a folder that holds it',
      y: 'it is a link to x/, inside the notes',
    },
    findings: [],
  });
});

test('a pipe is told and never opened', { skip: process.platform === 'win32' && 'no pipes in the file system' }, () => {
  const folder = folderOf({});
  execFileSync('mkfifo', [join(folder, 'pipe.md')]);
  assert.deepEqual(read(folder).skipped, { 'pipe.md': 'it is a pipe' });
});

test('a file that is no text is skipped with the reason, NUL in text is not', () => {
  const folder = folderOf({
    'image.md': Uint8Array.of(0x89, 0x50, 0, 0, 1, 2, 3),
    'nul.md': 'a\r\n内\0b',
    'empty.md': '',
  });
  const { notes, skipped, findings } = read(folder);
  assert.deepEqual(findings, [{ file: 'nul.md', rule: 'control-character', found: 'U+0000' }]);
  assert.deepEqual(
    [notes, skipped],
    [['empty.md', 'nul.md'], { 'image.md': 'it is no text: too many control characters' }],
  );
});

test('conversions are findings', () => {
  const folder = folderOf({
    'bom.md': '\ufeff# A',
    'gb.md': Uint8Array.of(0xc4, 0xda, 0xba, 0xcb),
    'latin.md': Buffer.from('für\n', 'latin1'),
    'cut.md': Buffer.concat([Buffer.from('内核模块'), Buffer.of(0xe5)]),
  });
  assert.deepEqual(read(folder).findings, [
    { file: 'bom.md', rule: 'byte-order-mark', found: 'a byte order mark' },
    { file: 'cut.md', rule: 'encoding-damaged', found: 'bytes that are no utf-8' },
    { file: 'gb.md', rule: 'encoding-converted', found: 'gb18030' },
    { file: 'latin.md', rule: 'encoding-converted', found: 'windows-1252' },
  ]);
});

test('names that a file system may fold are findings', {
  skip: process.platform === 'darwin' && 'the file system folds them',
}, () => {
  const folder = folderOf({ 'Read.md': '', 'read.md': '', 'e\u0301.md': '', '\u00e9.md': '' });
  assert.deepEqual(
    read(folder).findings.map(({ found }) => found),
    ['read.md beside Read.md', '\u00e9.md beside e\u0301.md'],
  );
});

test('the output folder inside the notes is left out, whether it exists or not', () => {
  const folder = folderOf({ 'a.md': '', 'dist/b.txt': '' });
  assert.deepEqual(read(folder, join(folder, 'dist')).notes, ['a.md']);
  assert.deepEqual(read(folder, join(folder, 'none')).notes, ['a.md', 'dist/b.txt']);
});

test('a root inside another one keeps its files to itself, equal roots are read once', () => {
  const folder = folderOf({ 'a.md': '', 'x/b.md': '' });
  const roots = [
    { label: 'all', dir: folder },
    { label: 'x', dir: join(folder, 'x') },
    { label: 'again', dir: folder },
  ];
  const { notes } = readSources(roots);
  assert.deepEqual(
    notes.map(({ root, file }) => `${root}:${file}`),
    ['all:a.md', 'x:b.md'],
  );
});

test('equal bytes have equal digests, other bytes other ones', () => {
  const folder = folderOf({ 'a.md': 'same', 'b.md': 'same', 'c.md': 'other' });
  const [a, b, c] = readSources([{ label: 'notes', dir: folder }]).notes.map(({ digest }) => digest);
  assert.deepEqual([a === b, a === c], [true, false]);
});

test('a root that is missing or no folder, and a label used twice, are errors of the settings', () => {
  const folder = folderOf({ 'a.md': '' });
  const roots = (...dirs: string[]) => dirs.map((dir) => ({ label: 'notes', dir }));
  assert.throws(() => readSources(roots(join(folder, 'none'))), { name: 'SettingsError', message: /does not exist/ });
  assert.throws(() => readSources(roots(join(folder, 'a.md'))), { name: 'SettingsError', message: /is no folder/ });
  assert.throws(() => readSources(roots(folder, folder)), { name: 'SettingsError', message: /called notes/ });
});

test('a folder of many levels is walked to its end', () => {
  const deep = `${'d/'.repeat(500)}a.md`;
  assert.deepEqual(read(folderOf({ [deep]: '' })).notes, [deep]);
});
