import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { removeLeftovers } from '../../../scripts/lab/remove-leftovers.ts';

test('folders of processes that are gone are removed, those of living ones and others stay', (context) => {
  const root = mkdtempSync(join(tmpdir(), 'kernel-notes-leftovers-'));
  context.after(() => rmSync(root, { recursive: true }));
  const gone = spawnSync('true').pid;
  for (const name of [String(gone), String(process.pid), 'notes'])
    mkdirSync(join(root, name, 'deep'), { recursive: true });
  removeLeftovers(root);
  assert.deepEqual(readdirSync(root).sort(), [String(process.pid), 'notes'].sort());
  removeLeftovers(join(root, 'nowhere'));
});
