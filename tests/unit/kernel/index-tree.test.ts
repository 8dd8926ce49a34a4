import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openInventory } from '../../../src/kernel/read-inventory.ts';
import { indexFixture } from './index-fixture.ts';

const inventory = openInventory(await indexFixture('6.12'));

/** `kind file:line` of every definition, best first. */
function places(name: string): readonly string[] {
  return inventory.candidates(name, '6.12').map(({ kind, file, line }) => `${kind} ${file}:${line ?? ''}`);
}

test('an exported definition stands before the stub of another configuration, and the header that declares it last', () => {
  assert.deepEqual(places('pond_fill'), [
    'function kernel/pond/main.c:10',
    'function include/linux/pond.h:37',
    'function include/linux/pond.h:35',
  ]);
  const [best, stub, header] = inventory.candidates('pond_fill', '6.12');
  assert.deepEqual(best?.reasons, ['exported-here', 'documented', 'core-file']);
  assert.deepEqual(stub?.reasons, ['public-header', 'other-configuration', 'stub']);
  assert.deepEqual(header?.reasons, ['public-header', 'declaration-only']);
  assert.equal(best?.signature, 'int pond_fill(struct pond *pond, int litres)');
});

test('a name that the build defines on the command line of the compiler is a macro of the makefile', () => {
  assert.deepEqual(places('POND_BUILD'), ['macro Makefile:5']);
});

test('a document is known by the comments that it includes and by what it declares itself', () => {
  const documents = ['pond_fill', 'pond_dry', 'pond_ladle', 'pond_stir'].map((name) =>
    inventory.documentOf(name, '6.12'),
  );
  const design = 'Documentation/locking/pond-design.rst';
  assert.deepEqual(documents, [design, undefined, undefined, undefined]);
  assert.deepEqual(
    inventory.documentParts('', '6.12').flatMap(({ names = [] }) => names),
    ['pond_ladle_depth'],
  );
});

test('exports come from Module.symvers with licence, namespace and module', () => {
  const facts = inventory.lookup('pond_dry')?.facts['6.12'];
  assert.deepEqual([facts?.export, facts?.namespace, facts?.exportedBy], ['gpl', 'POND', 'pond']);
  assert.equal(inventory.lookup('pond_fill')?.facts['6.12']?.export, 'all');
  assert.equal(inventory.lookup('pond_leak')?.facts['6.12']?.export, undefined);
});

test('an export that no file defines is known all the same', () => {
  assert.deepEqual(places('pond_ghost'), ['variable Module.symvers:']);
});

test('braces that two branches of a condition open do not swallow what follows', () => {
  assert.deepEqual(places('pond_leak'), ['function kernel/pond/main.c:19']);
  assert.deepEqual(places('pond_open'), ['syscall kernel/pond/main.c:34']);
});

test('a body on one line in the first column ends on that line', () => {
  assert.deepEqual(places('pond_after_short'), ['function kernel/pond/main.c:57']);
});

test('system calls are found by their macro, with the function that it makes', () => {
  const [call] = inventory.candidates('pond_open', '6.12', 'syscall');
  assert.equal(call?.signature, 'long pond_open(const char __user *name, int flags)');
  assert.deepEqual(places('sys_pond_open'), ['function kernel/pond/main.c:34']);
});

test('a macro called at file scope defines what its body pastes', () => {
  assert.deepEqual(places('pond_is_deep'), ['function include/linux/pond.h:32']);
  assert.ok(inventory.candidates('pond_is_deep', '6.12')[0]?.reasons.includes('made-by-macro'));
  assert.deepEqual(places('pond_count_deep'), ['variable kernel/pond/main.c:5', 'variable include/linux/pond.h:32']);
});

test('of a macro that C and assembler define differently, the definition for C counts', () => {
  assert.deepEqual(places('asm_wave'), ['function include/linux/pond.h:61']);
});

test('a function that a macro defines under one name wherever it is called stands at the macro', () => {
  assert.deepEqual(places('__pond_begin_test'), ['function include/linux/pond.h:49']);
  assert.equal(inventory.has('fn'), false);
  assert.equal(inventory.has('pond_begin_'), false);
});

test('members know their struct, also those of nested structs and pointers to functions', () => {
  const within = (name: string) =>
    inventory.candidates(name, '6.12', 'field').map((one) => `${one.within}.${name} ${one.line}`);
  assert.deepEqual(within('level'), ['pond.level 19']);
  assert.deepEqual(within('drain'), ['pond.drain 20']);
  assert.deepEqual(within('name'), ['pond.name 22']);
  assert.deepEqual(within('clear'), ['pond.clear 24']);
});

test('types, enumerators, macros inside functions, errnos and assembler are found', () => {
  assert.deepEqual(places('fish_t'), ['type include/linux/pond.h:15']);
  assert.deepEqual(places('pond_filter_t'), ['type include/linux/pond.h:16']);
  assert.deepEqual(places('POND_MUDDY'), ['macro include/linux/pond.h:12']);
  assert.deepEqual(places('POND_STIRS'), ['macro include/linux/pond.h:45']);
  assert.deepEqual(inventory.kindsOf('EPOND'), ['macro', 'errno']);
  assert.deepEqual(places('ripple_fast'), ['function arch/x86/lib/ripple.S:1']);
  assert.deepEqual(places('ret_from_pond'), ['function arch/arm/kernel/entry.S:1']);
});

test('options carry type and prompt, and the words of help texts are none', () => {
  assert.equal(inventory.candidates('CONFIG_POND', '6.12')[0]?.signature, 'tristate "A pond with fish"');
  assert.equal(inventory.has('CONFIG_POND_DEBUG'), true);
  assert.equal(inventory.has('CONFIG_NOT_AN_OPTION'), false);
});

test('sysctl entries, files under /proc, boot and module parameters and modules are names', () => {
  assert.deepEqual(places('/proc/sys/vm/pond/pond_depth'), ['path kernel/pond/main.c:40']);
  assert.deepEqual(places('/proc/ponds'), ['path kernel/pond/main.c:50']);
  assert.deepEqual(places('pond').slice(0, 1), ['struct include/linux/pond.h:18']);
  assert.equal(inventory.has('pond', 'parameter'), true);
  assert.equal(inventory.has('pond', 'module'), true);
  assert.equal(inventory.candidates('turns', '6.12', 'parameter')[0]?.within, 'reel');
  assert.equal(inventory.has('INSTALL_POND_DIR', 'build'), true);
  assert.equal(inventory.has('modules_install', 'build'), true);
});

test('words of comments and of programs under tools/ occur without being names', () => {
  assert.equal(inventory.has('create_pond_entry'), false);
  assert.equal(inventory.wordOccurs('create_pond_entry'), true);
  assert.equal(inventory.has('pond_tool'), false);
  assert.equal(inventory.wordOccurs('pond_tool'), true);
  assert.equal(inventory.wordOccurs('no_such_pond'), false);
});

test('names by prefix come in order and stop at the limit', () => {
  assert.deepEqual(inventory.namesWithPrefix('pond_f', 9), ['pond_fill', 'pond_filter_t']);
  assert.deepEqual(inventory.namesWithPrefix('pond_f', 1), ['pond_fill']);
  assert.deepEqual(inventory.namesWithPrefix('zzz', 9), []);
});

test('files and folders are known by path and by base name', () => {
  assert.deepEqual(inventory.findFile('kernel/pond/')?.releases, ['6.12']);
  assert.deepEqual(
    inventory.filesNamed('main.c').map(({ path }) => path),
    ['kernel/pond/main.c'],
  );
  assert.equal(inventory.findFile('kernel/pond.c'), undefined);
});

test('after very many questions names are still told from words that are none', () => {
  for (let index = 0; index <= 50_000; index++) inventory.hasName(`pond_${index}`);
  assert.equal(inventory.hasName('pond_fill'), true);
  assert.equal(inventory.hasName('pond_full'), false);
  assert.equal(inventory.hasName('pond_7'), false);
});

test('targets that a makefile makes of a list or by a rule for each are names of the build', () => {
  const targets = ['oldripple', 'allripple', 'noripple', 'rippleconfig', 'menuripple'];
  assert.deepEqual(
    targets.map((name) => inventory.candidates(name, '6.12', 'build')[0]?.file),
    targets.map(() => 'scripts/kconfig/Makefile'),
  );
  assert.equal(inventory.has('hot.config'), false);
});
