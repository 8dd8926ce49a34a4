import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { fileURLToPath } from 'node:url';
import { indexTree } from '../../../scripts/kernel/index-tree.ts';
import { packTree } from '../../../scripts/kernel/pack-tree.ts';
import { readSymvers } from '../../../scripts/kernel/read-symvers.ts';
import { parseConfig } from '../../../scripts/kernel/scan-kconfig.ts';
import type { Release } from '../../../src/model/entity.ts';

const TREE_DIR = fileURLToPath(new URL('../../fixtures/kernel-tree/', import.meta.url));

/** Indexes the small tree under a release and returns the folder of its inventory, removed when the file's tests end. */
export async function indexFixture(release: Release): Promise<string> {
  const root = mkdtempSync(join(tmpdir(), 'kernel-notes-'));
  after(() => rmSync(root, { recursive: true }));
  const dir = join(root, 'inventory');
  const tree = indexTree({
    release,
    treeDir: TREE_DIR,
    config: parseConfig(readFileSync(join(TREE_DIR, 'config'), 'latin1')),
    symvers: readSymvers(readFileSync(join(TREE_DIR, 'symvers.txt'), 'latin1')),
    packageVersion: `${release}.1-1`,
  });
  await packTree(dir, release, tree);
  return dir;
}
