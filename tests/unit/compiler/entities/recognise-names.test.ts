import assert from 'node:assert/strict';
import { test } from 'node:test';
import { recogniseNames } from '../../../../src/compiler/entities/recognise-names.ts';
import { RULES } from '../../../../src/compiler/entities/rules.ts';
import { blocksOf, entitiesOf } from './entities-of.ts';

function named(text: string): readonly string[] {
  return entitiesOf(text).map(({ kind, name }) => `${kind} ${name}`);
}

test('a name is canonical whatever its surface', () => {
  assert.deepEqual(
    named('`vfs_fsync()` and `struct bio` with `CONFIG_BLOCK=y`, `-ENOSPC`, `include/linux/bio.h`, `bio->bi_iter`.'),
    ['function vfs_fsync', 'struct bio', 'config CONFIG_BLOCK', 'errno ENOSPC', 'header linux/bio.h', 'field bi_iter'],
  );
});

test('a path keeps its holes and leaves the full stop to the sentence', () => {
  assert.deepEqual(named('Read /sys/block/<disk>/queue/ and `/lib/modules/$(uname -r)/build`, then /proc/irq/*.'), [
    'path /sys/block/<disk>/queue/',
    'path /lib/modules/$(uname -r)/build',
    'path /proc/irq/*',
  ]);
});

test('a variable that a snippet declares is no entity, in the snippet or in the text', () => {
  const note = 'Count it in `old_count`:\n\n```c\nu32 old_count = 0;\nold_count += read_it(dev);\n```\n';
  assert.deepEqual(named(note), ['type u32', 'function read_it']);
});

test('a function that a snippet defines counts once the text speaks of it', () => {
  const code = '```c\nstatic int drv_open(struct inode *i)\n{\n\treturn 0;\n}\n```\n';
  assert.deepEqual(named(code), ['struct inode']);
  assert.deepEqual(named(`${code}\nHere \`drv_open\` does nothing.\n`), [
    'function drv_open',
    'struct inode',
    'function drv_open',
  ]);
});

test('candidates lie inside their block, in order, without overlap', () => {
  const note =
    'The `scull_x` module *calls `a_b()`*; see /proc/a/b, `c->d->e`.\n\n```sh\nmodprobe brd rd_nr=1 && cat /proc/partitions\n```\n';
  const blocks = blocksOf(note);
  let last = { block: 0, end: 0 };
  for (const { block, start, end, surface, rule } of recogniseNames(blocks)) {
    assert.equal(blocks[block]?.text.slice(start, end), surface);
    assert.ok(rule in RULES);
    assert.ok(block > last.block || start >= last.end);
    last = { block, end };
  }
});

test('what many names begin with, and a concept, are no entities', () => {
  assert.deepEqual(
    named('See `CONFIG_RD_*` or `grep CONFIG_RD_ .config`; the vermagic in `modinfo -F vermagic demo.ko`.'),
    ['build .config', 'command modinfo', 'object demo.ko'],
  );
});

test('an option that a snippet of Kconfig defines is the note’s own, one that it depends on is not', () => {
  const rules = recogniseNames(blocksOf('```kconfig\nconfig ANGLER\n\tdepends on NET\n```\n'));
  assert.deepEqual(
    rules.map(({ name, rule }) => `${name} ${rule}`),
    ['CONFIG_ANGLER kconfig-definition', 'CONFIG_NET kconfig-symbol'],
  );
});
