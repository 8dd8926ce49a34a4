import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { indexTree } from '../../../scripts/kernel/index-tree.ts';
import { packTree } from '../../../scripts/kernel/pack-tree.ts';
import { shipInventory } from '../../../scripts/kernel/ship-inventory.ts';
import type { Inventory } from '../../../src/kernel/inventory.ts';
import { openInventory, openPackedInventory } from '../../../src/kernel/read-inventory.ts';
import { RELEASES, type Release } from '../../../src/model/entity.ts';

const TREES: Readonly<Record<Release, Readonly<Record<string, string>>>> = {
  '6.1': {
    'drivers/pond/reel.h': 'static inline void reel_wind(int turns) { }\nstatic inline void reel_jam(void) { }\n',
    'drivers/pond/main.c': 'int pond_leave(void)\n{\n\treturn 0;\n}\n',
    'drivers/pond/own.h': 'struct own { int own_depth; };\n',
    'include/media/pond.h': 'struct pond_ops { int (*pond_check)(void); };\n',
    'include/linux/pond.h': 'extern int pond_leave(void);\n',
    'arch/arm/kernel/entry.S': 'ENTRY(ret_from_pond)\n',
  },
  '6.12': {
    'include/linux/reel.h': 'static inline void reel_wind(int turns) { }\n',
    'include/linux/pond.h': 'extern int pond_leave(void);\n',
    'arch/arm/kernel/entry.S': 'ENTRY(ret_from_pond)\n',
  },
};

const root = mkdtempSync(join(tmpdir(), 'kernel-notes-'));
let inventory: Inventory;

before(async () => {
  for (const release of RELEASES) {
    for (const [path, text] of Object.entries(TREES[release])) {
      mkdirSync(join(root, release, dirname(path)), { recursive: true });
      writeFileSync(join(root, release, path), text);
    }
    const tree = indexTree({ release, treeDir: join(root, release), packageVersion: '1' });
    await packTree(join(root, `${release}.index`), release, tree);
  }
  const [older, newer] = RELEASES.map((release) => openPackedInventory(join(root, `${release}.index`)));
  assert.ok(older && newer);
  await shipInventory(join(root, 'shipped'), older, newer, 1);
  inventory = openInventory(join(root, 'shipped'));
});
after(() => rmSync(root, { recursive: true }));

test('a name of one driver that became public is kept for both releases', () => {
  const files = RELEASES.map((release) => inventory.candidates('reel_wind', release).map(({ file }) => file));
  assert.deepEqual(files, [['drivers/pond/reel.h'], ['include/linux/reel.h']]);
});

test('a function that a common header declares is kept though a private file defines it', () => {
  assert.deepEqual(
    inventory.candidates('pond_leave', '6.1').map(({ file, line }) => `${file} ${line}`),
    ['drivers/pond/main.c undefined', 'include/linux/pond.h undefined'],
  );
  assert.equal(inventory.has('pond_leave'), true);
});

test('what only one driver or another architecture knows is left out and told from words that are no names', () => {
  for (const name of ['reel_jam', 'ret_from_pond']) {
    assert.equal(inventory.has(name), false);
    assert.equal(inventory.isLeftOut(name), true);
  }
  assert.equal(inventory.isLeftOut('pond_made_up_name'), false);
  assert.equal(inventory.isLeftOut('pond_check'), true, 'a member in a public header');
  assert.equal(inventory.isLeftOut('own_depth'), false, 'a member that one driver knows');
});

test('trees that are indexed and shipped again give the same bytes', async () => {
  const again = join(root, 'again');
  for (const release of RELEASES) {
    const tree = indexTree({ release, treeDir: join(root, release), packageVersion: '1' });
    await packTree(join(root, `${release}.second`), release, tree);
  }
  const [older, newer] = RELEASES.map((release) => openPackedInventory(join(root, `${release}.second`)));
  assert.ok(older && newer);
  await shipInventory(again, older, newer, 1);
  const files = readdirSync(again).sort();
  assert.deepEqual(files, readdirSync(join(root, 'shipped')).sort());
  assert.equal(files.length, 8);
  for (const file of files)
    assert.ok(readFileSync(join(again, file)).equals(readFileSync(join(root, 'shipped', file))), file);
});
