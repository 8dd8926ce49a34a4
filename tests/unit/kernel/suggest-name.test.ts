import assert from 'node:assert/strict';
import { test } from 'node:test';
import { slipCost } from '../../../src/kernel/slip-cost.ts';
import { suggestName } from '../../../src/kernel/suggest-name.ts';
import { memoryInventory } from './memory-inventory.ts';

const PUBLIC = [
  'mutex_trylock',
  'pond_register_device',
  'kfree_rcu',
  'struct_size_add',
  'pond_get_slot',
  'THIS_POND_NOW',
];
const inventory = memoryInventory(
  [
    ...PUBLIC.map((name) => ({ name, kind: 'function' as const, place: 'include/linux/pond.h:1' })),
    { name: 'pond_waiter', kind: 'struct', place: 'include/linux/pond.h:2' },
    { name: 'pond_fixed', kind: 'function', place: 'drivers/pond.c:1', isPrivate: true },
    ...Array.from({ length: 120 }, (_, index) => ({
      name: `reel${index}_put`,
      kind: 'function' as const,
      place: 'drivers/reel.c:1',
      isPrivate: true,
    })),
  ],
  [],
  ['pond_registre_device_late'],
);
const suggest = (name: string) => suggestName(name, 'function', inventory);

test('one common mistake anywhere but in the first letter is put right', () => {
  const slips = {
    mutex_tyrlock: 'mutex_trylock',
    mutextrylock: 'mutex_trylock',
    mutex_try_lock: 'mutex_trylock',
    Mutex_trylock: 'mutex_trylock',
    mutex_trylocks: 'mutex_trylock',
    pond_regster_device: 'pond_register_device',
    pond_regisster_device: 'pond_register_device',
    register_pond_device: 'pond_register_device',
  };
  assert.deepEqual(Object.fromEntries(Object.keys(slips).map((slip) => [slip, suggest(slip)])), slips);
});

test('two mistakes are put right in a long name only', () => {
  assert.equal(suggest('pond_regstre_device'), 'pond_register_device');
  assert.equal(suggest('kfee_rcuu'), undefined);
});

test('a part that many names have is another word, not a slip', () => {
  assert.equal(suggest('pond_put_slot'), undefined);
  assert.equal(suggest('pond_gte_slot'), 'pond_get_slot');
});

test('names of another style, and what a private file defines, are left alone', () => {
  for (const name of ['PondGetSlot', 'Pond_Get_Slot', 'pond_fixe', '___mutex_trylock', 'kfree'])
    assert.equal(suggest(name), undefined, name);
});

test('a word that stands in a tree is no slip', () => {
  assert.equal(suggest('pond_registre_device_late'), undefined);
});

test('without a word for what it is, a name may be a slip of a struct', () => {
  assert.equal(suggestName('pond_waitre', 'function', inventory), undefined);
  assert.equal(suggestName('pond_waitre', 'function', inventory, true), 'pond_waiter');
});

test('common mistakes cost less than other letters', () => {
  assert.equal(slipCost('kmalloc', 'kmalloc'), 0);
  const costs = [
    slipCost('Kmalloc', 'kmalloc'),
    slipCost('k_malloc', 'kmalloc'),
    slipCost('kmaloc', 'kmalloc'),
    slipCost('kmallco', 'kmalloc'),
    slipCost('knalloc', 'kmalloc'),
    slipCost('kqalloc', 'kmalloc'),
  ];
  assert.deepEqual(costs, [0.3, 0.5, 0.6, 0.7, 0.9, 1]);
});
