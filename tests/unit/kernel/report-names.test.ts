import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changeLine, compareExports, describeRecord, listNames } from '../../../scripts/kernel/report-names.ts';
import { openInventory } from '../../../src/kernel/read-inventory.ts';
import { indexFixture } from './index-fixture.ts';
import { memoryInventory } from './memory-inventory.ts';

test('exported names that came, went or changed their licence are told, others are not', () => {
  const inventory = memoryInventory([
    { name: 'pond_same', kind: 'function', place: 'kernel/pond.c:1', exported: 'all' },
    { name: 'pond_went', kind: 'function', place: 'kernel/pond.c:2', exported: 'gpl', releases: ['6.1'] },
    { name: 'pond_came', kind: 'function', place: 'kernel/pond.c:3', exported: 'all', releases: ['6.12'] },
    { name: 'pond_secret', kind: 'function', place: 'kernel/pond.c:4', releases: ['6.1'] },
  ]);
  const changes = compareExports(inventory, '6.1', inventory, '6.12');
  assert.deepEqual(changes, [
    { name: 'pond_came', change: 'came', after: 'all' },
    { name: 'pond_went', change: 'went', before: 'gpl' },
  ]);
  assert.deepEqual(changes.map(changeLine), ['+ pond_came\tall', '- pond_went\tgpl']);
});

test('two indexes of one small tree differ in nothing', async () => {
  const [older, newer] = [openInventory(await indexFixture('6.1')), openInventory(await indexFixture('6.12'))];
  assert.deepEqual(compareExports(older, '6.1', newer, '6.12'), []);
});

test('every definition of a name is listed with its place and why it stands there', async () => {
  const inventory = openInventory(await indexFixture('6.12'));
  const record = inventory.lookup('pond_fill');
  assert.ok(record);
  assert.deepEqual(describeRecord(record, inventory), [
    '6.12: 3 definitions, best first; exported to all modules by pond',
    '  1. function  kernel/pond/main.c:10  int pond_fill(struct pond *pond, int litres)  [exported-here, documented, core-file]',
    '  2. function (inline)  include/linux/pond.h:37  int pond_fill(struct pond *pond, int litres)  [public-header, other-configuration, stub]',
    '  3. function  include/linux/pond.h:35  int pond_fill(struct pond *pond, int litres)  [public-header, declaration-only]',
    '  printed in Documentation/locking/pond-design.rst',
  ]);
  assert.deepEqual(listNames(inventory, 'pond_st', 9), [
    { name: 'pond_state', kinds: ['enum'], releases: ['6.12'] },
    { name: 'pond_stir', kinds: ['function'], releases: ['6.12'] },
  ]);
});
