import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { asReleaseLabel, compareReleases } from '../../../scripts/kernel/open-releases.ts';

const COMMAND = fileURLToPath(new URL('../../../scripts/kernel.ts', import.meta.url));
const TREE_DIR = fileURLToPath(new URL('../../fixtures/kernel-tree/', import.meta.url));

const root = mkdtempSync(join(tmpdir(), 'kernel-notes-'));
const env = { ...process.env, KERNEL_NOTES_CACHE: join(root, 'cache') };
const kernel = (...args: readonly string[]) =>
  execFileSync(process.execPath, [COMMAND, ...args], { env, encoding: 'utf8' });

/** A second tree: one exported function gone, its version told by the makefile. */
before(() => {
  cpSync(TREE_DIR, join(root, 'tree'), { recursive: true });
  const makefile = join(root, 'tree', 'Makefile');
  writeFileSync(
    makefile,
    `VERSION = 6\nPATCHLEVEL = 13\nSUBLEVEL = 0\nEXTRAVERSION = -rc2\n${readFileSync(makefile, 'latin1')}`,
  );
  const main = join(root, 'tree', 'kernel', 'pond', 'main.c');
  writeFileSync(main, readFileSync(main, 'latin1').replaceAll('pond_fill', 'pond_top_up'));
  kernel('index', '--tree', TREE_DIR, '--release', '5.10', '--package-version', '5.10.1-1');
  kernel('index', '--tree', join(root, 'tree'), '--release', 'mainline');
});
after(() => rmSync(root, { recursive: true }));

test('a tree is indexed under any label and answers under it', () => {
  const [first, ...rest] = kernel('show', 'pond_top_up', '--release', 'mainline').split('\n');
  assert.equal(first, '# full local index of mainline (6.13.0-rc2)');
  assert.match(rest[0] ?? '', /^mainline: \d definitions?.*; exported to all modules, by the source only/);
  assert.equal(kernel('list', 'pond_top', '--release', 'mainline').split('\n')[1], 'pond_top_up\tfunction\tmainline');
});

test('without a release every one that can be read answers, the oldest first', () => {
  const found = JSON.parse(kernel('list', 'pond_top', '--json'));
  assert.deepEqual(
    found.map(({ label }: { label: string }) => label.replace(/ \(.*/, '')),
    ['full local index of 5.10', 'shipped inventory of 6.1', 'full local index of mainline'],
  );
});

test('two releases without a list of the build are compared by what their sources export', () => {
  const { basis, changes } = JSON.parse(kernel('diff', '5.10', 'mainline', '--json'));
  assert.equal(basis, 'source');
  assert.deepEqual(
    changes.map(({ name, change }: { name: string; change: string }) => `${change} ${name}`),
    ['went pond_fill', 'came pond_top_up'],
  );
});

test('a release that nobody indexed is told with those that can be read', () => {
  const { status, stderr } = spawnSync(process.execPath, [COMMAND, 'show', 'pond_fill', '--release', '4.4'], { env });
  assert.equal(status, 2);
  assert.match(String(stderr), /^No inventory of "4\.4"; there is one of 5\.10, 6\.1, 6\.12, mainline\. /);
});

test('a label names a folder of the cache and nothing else', () => {
  for (const label of ['6.6', '6.13-rc2', 'v5.4.1', 'mainline', '6.12.117+deb12'])
    assert.equal(asReleaseLabel(label), label);
  for (const label of ['', '..', '../6.1', 'a/b', '-x', '.git']) assert.throws(() => asReleaseLabel(label), RangeError);
});

test('releases are ordered by their numbers, a candidate before its release, words last', () => {
  const ordered = ['5.4', 'v5.10', '6.1', '6.6.3', '6.12-rc7', '6.12', '6.12.1', 'mainline'];
  assert.deepEqual([...ordered].reverse().sort(compareReleases), ordered);
});
