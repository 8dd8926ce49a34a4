import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type KernelKnowledge, type NamedEntity, statusOf } from '../../../src/kernel/status.ts';
import type { EntityKind } from '../../../src/model/entity.ts';
import { memoryInventory } from './memory-inventory.ts';

const BOTH = ['6.1', '6.12'] as const;
const inventory = memoryInventory(
  [
    { name: 'pond_fill', kind: 'function', place: 'kernel/pond/main.c:10', exported: 'gpl' },
    { name: 'pond_drain', kind: 'function', place: 'kernel/pond/main.c:20', releases: ['6.1'], exported: 'all' },
    { name: 'scull_depth', kind: 'function', place: 'include/linux/pond.h:44', releases: ['6.1'] },
    { name: 'add_pond', kind: 'function', place: 'include/linux/pond.h:45' },
    { name: 'pond_print', kind: 'macro', place: 'include/linux/pond.h:5' },
    { name: 'pond_level_is', kind: 'function', place: 'include/linux/pond.h:9' },
    { name: 'pond_depths', kind: 'struct', place: 'include/linux/pond.h:11' },
    { name: 'pond', kind: 'struct', place: 'include/linux/pond.h:7' },
    { name: 'init_pond', kind: 'field', place: 'drivers/reel/reel.h:3', isPrivate: true },
    { name: 'downgrade_pond', kind: 'function', place: 'kernel/pond/main.c:30', exported: 'all' },
    {
      name: 'pond_alpha',
      kind: 'function',
      place: 'include/linux/pond.h:40',
      exported: 'all',
      isExportedElsewhere: true,
    },
    { name: 'pond_open', kind: 'syscall', place: 'kernel/pond/main.c:34' },
    { name: 'CONFIG_POND', kind: 'config', place: 'kernel/pond/Kconfig:1' },
    { name: 'depth_of', kind: 'parameter', place: 'kernel/pond/main.c:50', releases: ['6.1'] },
    { name: 'depth_of', kind: 'field', place: 'include/linux/pond.h:51' },
    { name: 'CONFIG_SAMPLE_POND', kind: 'config', place: 'samples/Kconfig:1', reasons: ['not-kernel-code'] },
    { name: 'CONFIG_E1', kind: 'config', place: 'scripts/kconfig/tests/e/Kconfig:1', reasons: ['not-kernel-code'] },
    { name: 'rust_pond', kind: 'function', place: 'rust/helpers.c:1', reasons: ['not-kernel-code'] },
    { name: 'perf_pond', kind: 'function', place: 'tools/perf/pond.c:1', reasons: ['not-kernel-code'] },
    {
      name: '__pondsi3',
      kind: 'function',
      place: 'arch/arc/kernel/syms.c:1',
      reasons: ['other-architecture', 'declaration-only'],
    },
    { name: 'pond_cache_drop', kind: 'function', place: 'mm/pond.c:4', releases: ['6.1'], reasons: ['core-file'] },
    {
      name: 'pond_cache_drop',
      kind: 'function',
      place: 'include/linux/pond.h:60',
      releases: ['6.1'],
      reasons: ['public-header', 'declaration-only'],
    },
  ],
  [
    { path: 'kernel/', releases: BOTH },
    { path: 'kernel/pond/main.c', releases: BOTH },
    { path: 'kernel/pond/', releases: BOTH },
    { path: 'include/linux/', releases: BOTH },
    { path: 'include/linux/pond.h', releases: BOTH },
    { path: 'arch/x86/include/asm/ripple.h', releases: BOTH },
    { path: 'Documentation/', releases: BOTH },
    { path: 'Documentation/admin-guide/ponds.txt', releases: BOTH },
    { path: 'Documentation/locking/pond-design.rst', releases: BOTH },
    { path: 'Documentation/devicetree/bindings/pond/reels.txt', releases: BOTH },
    { path: 'Documentation/arch/pond/lakes.rst', releases: BOTH },
  ],
  ['old_pond_word', 'pond_said'],
);
const knowledge: KernelKnowledge = {
  successions: [
    { from: 'init_pond', kinds: ['function'], replacedBy: ['pond_fill'], how: 'Fill it.', evidence: [] },
    { from: '__pondinit', kinds: ['annotation'], replacedBy: [], how: 'Leave it out.', evidence: [] },
    { from: 'pond_cache_drop', kinds: ['function'], replacedBy: ['pond_fill'], how: 'Fill it.', evidence: [] },
    { from: 'kernel/puddle.c', kinds: ['source'], replacedBy: ['kernel/pond/main.c'], how: 'It moved.', evidence: [] },
  ],
  outside: {
    bookExamples: ['scull_*', 'misc-modules/'],
    libc: ['fread'],
    modules: ['zfs'],
    build: ['KDIR'],
    generated: ['include/config/*'],
    headers: ['sys/*'],
    pathPrefixes: ['/etc/'],
    plainWords: ['add', 'do', 'numbers', 'something'],
  },
};

function statesOf(name: string, kind: EntityKind, more: Partial<NamedEntity> = {}): string {
  const { status } = statusOf({ name, kind, ...more }, inventory, knowledge);
  return [status['6.1'], status['6.12']]
    .map(({ state, to, isGuess }) => (to === undefined ? state : `${state} ${to}${isGuess ? '?' : ''}`))
    .join(', ');
}

test('a living name is present with place and export in every release', () => {
  const here = { state: 'present', file: 'kernel/pond/main.c', line: 10, export: 'gpl' };
  assert.deepEqual(statusOf({ name: 'pond_fill', kind: 'function' }, inventory, knowledge), {
    status: { '6.1': here, '6.12': here },
  });
});

test('a name that only the older release has is absent in the newer one', () => {
  assert.equal(statesOf('pond_drain', 'function'), 'present, absent');
});

test('what a text calls a function may be a macro', () => {
  assert.equal(statesOf('pond_print', 'function'), 'present, present');
});

test('a name with successors is absent although a driver has a member of that name', () => {
  const verdict = statusOf({ name: 'init_pond', kind: 'function' }, inventory, knowledge);
  assert.deepEqual(verdict, {
    status: { '6.1': { state: 'absent' }, '6.12': { state: 'absent' } },
    replacedBy: [{ name: 'pond_fill', how: 'Fill it.' }],
  });
});

test('a name that nothing replaces tells how to do without it', () => {
  const verdict = statusOf({ name: '__pondinit', kind: 'annotation' }, inventory, knowledge);
  assert.deepEqual(verdict, {
    status: { '6.1': { state: 'absent' }, '6.12': { state: 'absent' } },
    howToPort: 'Leave it out.',
  });
});

test('a name with successors lives where core code defines it and a public header declares it', () => {
  assert.equal(statesOf('pond_cache_drop', 'function'), 'present, absent');
});

test('options of samples are alive, those of the tests of tools are not the kernel’s', () => {
  assert.equal(statesOf('CONFIG_SAMPLE_POND', 'config'), 'present, present');
  assert.equal(statesOf('CONFIG_E1', 'config'), 'outside, outside');
});

test('what only programs of the tree define is outside, what only another architecture declares is unchecked', () => {
  assert.equal(statesOf('perf_pond', 'function'), 'outside, outside');
  assert.equal(statesOf('rust_pond', 'function'), 'present, present');
  assert.equal(statesOf('__pondsi3', 'function'), 'unchecked, unchecked');
});

test('headers, sources and documents are found in their folders; a move that nobody wrote down is a guess', () => {
  assert.equal(statesOf('linux/pond.h', 'header'), 'present, present');
  assert.equal(statesOf('asm/ripple.h', 'header'), 'present, present');
  assert.equal(statesOf('kernel/pond.c', 'source'), 'moved kernel/pond/main.c?, moved kernel/pond/main.c?');
  assert.equal(statesOf('kernel/puddle.c', 'source'), 'moved kernel/pond/main.c, moved kernel/pond/main.c');
  assert.equal(
    statesOf('Documentation/ponds.txt', 'document'),
    'moved Documentation/admin-guide/ponds.txt?, moved Documentation/admin-guide/ponds.txt?',
  );
  assert.equal(
    statesOf('Documentation/pond-design.txt', 'document'),
    'moved Documentation/locking/pond-design.rst?, moved Documentation/locking/pond-design.rst?',
  );
  assert.equal(statesOf('Documentation/reels.txt', 'document'), 'absent, absent');
  assert.equal(statesOf('Documentation/lakes.txt', 'document'), 'absent, absent');
  assert.equal(
    statesOf('Documentation/pond/lakes.rst', 'document'),
    'moved Documentation/arch/pond/lakes.rst?, moved Documentation/arch/pond/lakes.rst?',
  );
  assert.equal(statesOf('main.c', 'source'), 'present, present');
  assert.equal(statesOf('kernel/no-such.c', 'source'), 'absent, absent');
  assert.equal(statesOf('mine/notes.c', 'source'), 'outside, outside');
  assert.equal(statesOf('kernel/user-space', 'source'), 'unchecked, unchecked');
  assert.equal(statesOf('kernel/pond/main', 'source'), 'present, present');
  assert.equal(statesOf('linux-6.1/kernel/pond/main.c', 'source'), 'present, present');
  assert.equal(statesOf('kernel/pond/other.[ch]', 'source'), 'unchecked, unchecked');
});

test("what is not the kernel's is outside and never absent", () => {
  assert.equal(statesOf('scull_open', 'function'), 'outside, outside');
  assert.equal(statesOf('misc-modules/complete.c', 'source'), 'outside, outside');
  assert.equal(statesOf('fread', 'function'), 'outside, outside');
  assert.equal(statesOf('/etc/modprobe.conf', 'path'), 'outside, outside');
  assert.equal(statesOf('KDIR', 'build'), 'outside, outside');
  assert.equal(statesOf('zfs', 'module'), 'outside, outside');
  assert.equal(statesOf('reel.o', 'object'), 'outside, outside');
  assert.equal(statesOf('insmod', 'command'), 'outside, outside');
  assert.equal(statesOf('proc(5)', 'manpage'), 'outside, outside');
  assert.equal(statesOf('own_function', 'function', { isDefinedInNotes: true }), 'outside, outside');
});

test('a name that looks foreign is absent where only the other release has it, unless the notes define it', () => {
  assert.equal(statesOf('scull_depth', 'function'), 'present, absent');
  assert.equal(statesOf('scull_depth', 'function', { isDefinedInNotes: true }), 'present, outside');
});

test('a name of plain words alone is no removed name of the kernel, though living names begin like it', () => {
  assert.equal(statesOf('add_numbers', 'function'), 'unchecked, unchecked');
  assert.equal(statesOf('__add_something', 'struct'), 'unchecked, unchecked');
  assert.equal(statesOf('add_lakes', 'function'), 'absent, absent');
  assert.equal(statesOf('pond_xxx', 'function'), 'unchecked, unchecked');
});

test('a parameter of one release is not called gone where the other has something else of that name', () => {
  assert.equal(statesOf('depth_of', 'parameter'), 'present, unchecked');
  assert.equal(statesOf('depth_of', 'field'), 'present, present');
});

test('where only a full index or nobody can tell, the name is unchecked', () => {
  assert.equal(statesOf('driver_private_reset', 'function'), 'unchecked, unchecked');
  assert.equal(statesOf('my_counter', 'variable'), 'unchecked, unchecked');
  assert.equal(statesOf('/proc/ponds', 'path'), 'unchecked, unchecked');
});

test('a slip of prose is given the living public name one edit away', () => {
  const verdict = statusOf({ name: 'downgrade_ponds', kind: 'function', isInProse: true }, inventory, knowledge);
  assert.equal(verdict.suggestion, 'downgrade_pond');
  assert.equal(verdict.status['6.1'].state, 'absent');
});

test('no suggestion for names of code, names that some tree mentions, short names and foreign names', () => {
  const suggestionFor = (name: string, isInProse = true) =>
    statusOf({ name, kind: 'function', isInProse }, inventory, knowledge).suggestion;
  assert.equal(suggestionFor('downgrade_ponds', false), undefined);
  assert.equal(suggestionFor('old_pond_word'), undefined);
  assert.equal(suggestionFor('pnd'), undefined);
  assert.equal(suggestionFor('scull_downgrade_pond'), undefined);
});

test('a name that nothing knows is absent only where it looks like the kernel’s', () => {
  assert.equal(statesOf('pond_empty', 'function'), 'absent, absent');
  assert.equal(statesOf('acme_led_open', 'function'), 'unchecked, unchecked');
  assert.equal(statesOf('x_remove', 'function'), 'unchecked, unchecked');
  assert.equal(statesOf('wastes', 'struct'), 'unchecked, unchecked');
  assert.equal(statesOf('pond_', 'function'), 'unchecked, unchecked');
});

test('a bare word that stands in a tree without being defined there is no removed name', () => {
  assert.equal(statesOf('pond_level_was', 'function', { isBare: true }), 'absent, absent');
  assert.equal(statesOf('pond_word', 'function', { isBare: true }), 'unchecked, unchecked');
  assert.equal(statesOf('pond_said', 'function', { isBare: true }), 'unchecked, unchecked');
  assert.equal(statesOf('pond_said', 'function'), 'absent, absent');
});

test('files of a build, paths with holes and headers of user space are never called absent or moved', () => {
  assert.equal(statesOf('kernel/pond/Kconfig', 'source'), 'unchecked, unchecked');
  assert.equal(statesOf('kernel/pond/…c', 'source'), 'unchecked, unchecked');
  assert.equal(statesOf('include/config/auto.conf', 'source'), 'outside, outside');
  assert.equal(statesOf('sys/pond.h', 'header'), 'outside, outside');
});

test('one of many in the name of a structure is a slip for the many', () => {
  const { suggestion } = statusOf({ name: 'pond_depth', kind: 'struct', isInProse: true }, inventory, knowledge);
  assert.equal(suggestion, 'pond_depths');
});

test('what macros make of a system call is there where the call is', () => {
  assert.equal(statesOf('__do_sys_pond_open', 'function'), 'present, present');
  assert.equal(statesOf('__x64_sys_pond_open', 'function'), 'present, present');
  assert.equal(statesOf('sys_enter_pond_open', 'function'), 'present, present');
  assert.equal(statesOf('sys_exit_lake_open', 'function'), 'unchecked, unchecked');
});

test('names that differ on purpose are no slips', () => {
  const suggest = (name: string) =>
    statusOf({ name, kind: 'function', isInProse: true }, inventory, knowledge).suggestion;
  assert.equal(suggest('pond_filll'), 'pond_fill');
  assert.equal(suggest('pond_unfill'), undefined);
  assert.equal(suggest('pond_fill2'), undefined);
  assert.equal(suggest('pond_fill_t'), undefined);
});

test('the name of another architecture’s export is not called exported', () => {
  const status = statusOf({ name: 'pond_alpha', kind: 'function' }, inventory, knowledge).status['6.12'];
  assert.deepEqual([status.state, status.export], ['present', 'none']);
});
