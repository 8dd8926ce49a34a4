import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decideNames, type SeenName } from '../../../../src/compiler/entities/decide-names.ts';
import type { EntityKind } from '../../../../src/model/entity.ts';

const nothing = (): readonly EntityKind[] => [];

function seen(name: string, rule: SeenName['rule'], strength: SeenName['strength'], kind?: EntityKind): SeenName {
  return { name, rule, strength, kind };
}

function kindsOfNotes(
  notes: readonly (readonly SeenName[])[],
  kindsOf: (name: string) => readonly EntityKind[] = nothing,
) {
  return decideNames(
    notes.map((names) => ({ names })),
    kindsOf,
  ).map((decisions) => decisions.map(({ kind }) => kind));
}

test('what a rule is certain of needs no other evidence', () => {
  assert.deepEqual(kindsOfNotes([[seen('CONFIG_NUMA', 'config-option', 'certain', 'config')]]), [['config']]);
});

test('a bare name takes the kind that its own note is certain of', () => {
  const names = [seen('tag_set', 'identifier', 'likely'), seen('tag_set', 'member', 'likely', 'field')];
  assert.deepEqual(kindsOfNotes([names]), [['field', 'field']]);
});

test('the inventory tells the kind of a bare name where the note does not', () => {
  const names = [seen('blk_default_limits', 'identifier', 'likely')];
  assert.deepEqual(
    kindsOfNotes([names], () => ['variable']),
    [['variable']],
  );
});

test('a possible name without any evidence is no entity', () => {
  assert.deepEqual(kindsOfNotes([[seen('nlattr', 'marked-word', 'possible')]]), [[undefined]]);
});

test('a field of that name in the kernel does not make a marked word a name, a structure does', () => {
  const names = [seen('nlattr', 'marked-word', 'possible')];
  assert.deepEqual(
    kindsOfNotes([names], () => ['field']),
    [[undefined]],
  );
  assert.deepEqual(
    kindsOfNotes([names], () => ['struct']),
    [['struct']],
  );
});

test('one other note that is certain does not change a possible name, two do', () => {
  const certain = [seen('nlattr', 'struct-tag', 'certain', 'struct')];
  const possible = [seen('nlattr', 'marked-word', 'possible')];
  assert.deepEqual(kindsOfNotes([certain, possible]), [['struct'], [undefined]]);
  assert.deepEqual(kindsOfNotes([certain, possible, certain]), [['struct'], ['struct'], ['struct']]);
});

test('an English word is a name only by its own note', () => {
  const certain = [seen('mutex', 'struct-tag', 'certain', 'struct')];
  const marked = seen('mutex', 'marked-english', 'possible');
  assert.deepEqual(kindsOfNotes([certain, certain, certain, [marked]], () => ['struct']).at(-1), [undefined]);
  assert.deepEqual(kindsOfNotes([[...certain, marked]]), [['struct', 'struct']]);
});

test('a called name is a macro where the kernel knows it as nothing else', () => {
  const names = [seen('ktime_sub', 'call', 'certain', 'function')];
  assert.deepEqual(
    kindsOfNotes([names], () => ['macro']),
    [['macro']],
  );
  assert.deepEqual(
    kindsOfNotes([names], () => ['function', 'macro']),
    [['function']],
  );
});

test('an example keeps its own function to itself though the kernel has samples with such a name', () => {
  const names = [
    seen('hello_init', 'own-definition', 'possible', 'function'),
    seen('tcp_ack', 'own-definition', 'possible', 'function'),
  ];
  assert.deepEqual(
    kindsOfNotes([names], () => ['function']),
    [[undefined, 'function']],
  );
});

test('the order of the notes changes no decision', () => {
  const a = [seen('x_y', 'call', 'certain', 'function')];
  const b = [seen('x_y', 'struct-tag', 'certain', 'struct')];
  const c = [seen('x_y', 'code-identifier', 'possible')];
  const forward = kindsOfNotes([a, b, a, b, c]);
  const backward = kindsOfNotes([c, b, a, b, a]);
  assert.deepEqual(forward, backward.toReversed());
});

/** An inventory of a kernel that has these names too. */
function kernelWith(names: Readonly<Record<string, readonly EntityKind[]>>) {
  return (name: string): readonly EntityKind[] => (name === 'printk' ? ['function'] : (names[name] ?? []));
}

test('a name that only its letters make one is none where a kernel is known and lacks it, unless a verb shows that it is called', () => {
  const names = [seen('temp1_label', 'identifier', 'likely'), seen('nvme_process_cq', 'identifier', 'likely')];
  assert.deepEqual(kindsOfNotes([names], kernelWith({})), [[undefined, 'function']]);
  assert.deepEqual(kindsOfNotes([names]), [['function', 'function']]);
});

test('a structure that only a snippet has is its own where a kernel is known and lacks it, and so are its members', () => {
  const names: SeenName[] = [
    seen('pond', 'snippet-tag', 'likely', 'struct'),
    { ...seen('depth', 'member', 'likely', 'field'), of: 'pond' },
    { ...seen('f_pos', 'member', 'likely', 'field'), of: 'file' },
  ];
  assert.deepEqual(kindsOfNotes([names], kernelWith({ depth: ['field'], file: ['struct'] })), [
    [undefined, undefined, 'field'],
  ]);
  assert.deepEqual(kindsOfNotes([[...names, seen('pond', 'struct-tag', 'certain', 'struct')]], kernelWith({})), [
    ['struct', undefined, undefined, 'struct'],
  ]);
});

test('a name joined to a structure is none of a kind that the kernel does not know it as', () => {
  const joined = [seen('proc_create', 'coordinated', 'likely', 'struct')];
  assert.deepEqual(kindsOfNotes([joined], kernelWith({ proc_create: ['function'] })), [['function']]);
});

test('the plural of a structure is the structure', () => {
  const inventory = kernelWith({ rw_semaphore: ['struct'] });
  const [[decision] = []] = decideNames([{ names: [seen('rw_semaphores', 'identifier', 'likely')] }], inventory);
  assert.deepEqual([decision?.kind, decision?.name], ['struct', 'rw_semaphore']);
});
