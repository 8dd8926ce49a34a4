import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'kernel-notes-run-'));
after(() => rmSync(folder, { recursive: true }));

function runNode(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
  return { status, stdout, stderr };
}

test('an unknown command is told with the known ones, on standard error', () => {
  const { status, stdout, stderr } = runNode(join(ROOT, 'scripts', 'run.js'), 'nonsense');
  assert.deepEqual([status, stdout], [2, '']);
  assert.match(stderr, /^Unknown command: nonsense\. Known are start, build, /);
});

test('the status of what is run is the status of the command', () => {
  assert.equal(runNode(join(ROOT, 'scripts', 'run.js'), 'notes', 'nonsense').status, 2);
});

test('the program works through a link from anywhere and prints nothing but its answer', {
  skip: process.platform === 'win32' && 'no links',
}, () => {
  const link = join(folder, 'kernel-notes');
  symlinkSync(join(ROOT, 'scripts', 'kernel-notes.js'), link);
  const direct = runNode(join(ROOT, 'scripts', 'notes.ts'), 'nonsense');
  const linked = runNode(link, 'nonsense');
  assert.deepEqual([linked.status, linked.stdout], [direct.status, direct.stdout]);
});
