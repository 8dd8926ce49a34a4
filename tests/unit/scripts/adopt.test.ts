import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { adopt } from '../../../scripts/adopt.ts';

async function run(...args: readonly string[]) {
  const said: string[] = [];
  const complained: string[] = [];
  const status = await adopt(
    args,
    (text) => said.push(text),
    (text) => complained.push(text),
  );
  return { status, said: said.join(''), complained: complained.join('') };
}

test('wrong usage is told in a line with the usage, and help is no wrong usage', async () => {
  const help = await run('--help');
  assert.equal(help.status, 0);
  assert.match(help.said, /^Usage: kernel-notes adopt FILE --into DIR\n/);
  for (const [args, told] of [
    [['--bogus'], /^Unknown option '--bogus'/],
    [[], /^One file is adopted at a time\.\nUsage/],
    [['a.md'], /^Where to: --into DIR\.\nUsage/],
    [['there-is-none.md', '--into', 'x'], /^there-is-none\.md: there is no such file\.\n$/],
  ] as const) {
    const { status, said, complained } = await run(...args);
    assert.equal(status, 2);
    assert.equal(said, '');
    assert.match(complained, told);
  }
});

test('each part of a raw note becomes a typed file, and none that stands there is overwritten', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'adopt-'));
  try {
    const note = join(folder, 'raw.md');
    writeFileSync(note, '# One\n\nText of one.\n\n# Two\n\nText of two.\n');
    const { status, said } = await run(note, '--into', join(folder, 'typed'));
    assert.equal(status, 0);
    const files = said.trim().split('\n');
    assert.deepEqual(
      files.map((file) => file.slice(folder.length)),
      ['/typed/topics/one.md', '/typed/topics/two.md'],
    );
    assert.match(readFileSync(files[1] ?? '', 'utf8'), /^---\nkind: topic\ntitle: Two\n---\n\n[\s\S]*Text of two\.\n$/);
    const again = await run(note, '--into', join(folder, 'typed'));
    assert.equal(again.status, 1);
    assert.match(again.complained, /one\.md exists already\.\n$/);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
