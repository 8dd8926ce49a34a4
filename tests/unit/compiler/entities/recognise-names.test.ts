import assert from 'node:assert/strict';
import { test } from 'node:test';
import { recogniseNames } from '../../../../src/compiler/entities/recognise-names.ts';
import { RULES } from '../../../../src/compiler/entities/rules.ts';
import type { EntityKind } from '../../../../src/model/entity.ts';
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

test('the beginning of several names whose endings stand in braces is no name', () => {
  assert.deepEqual(named('After dma_sync_single_for_{device,cpu} calls comes dma_unmap_single() or spin_<kind>.'), [
    'function dma_unmap_single',
  ]);
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

test('a heading or the head of a column says of what kind the names below it are that stand first', () => {
  assert.deepEqual(
    named('## Modules\n\n* `kvm` is the core\n* `vfio-pci`, `tun` — more\n\nThe `kvm` there.\n').slice(0, 3),
    ['module kvm', 'module vfio-pci', 'module tun'],
  );
  assert.deepEqual(named('| Macro | Use |\n| --- | --- |\n| `min` | `max` |\n| `dump_it` | prints |\n'), [
    'macro min',
    'macro max',
    'macro dump_it',
  ]);
  assert.deepEqual(named('## 常用函数\n\n- `dput`：x\n- `frob_it`：y\n'), ['function dput', 'function frob_it']);
});

test('a heading that names a subject says nothing of names', () => {
  assert.deepEqual(named('## Directory structure\n\n- `core` is here\n'), []);
  assert.deepEqual(named('## Parameters\n\n- `skb`: the buffer\n- `len`: bytes\n'), []);
  assert.deepEqual(named('## Tools\n\n- **Compiler.** Any.\n'), []);
  assert.deepEqual(named('| Seek member | Use |\n| --- | --- |\n| `noop_llseek` | none |\n'), ['function noop_llseek']);
});

test('the plural that begins a clause says what the list behind its colon holds', () => {
  assert.deepEqual(named('Modules at that time: `nvme`, `dm_mod`, `zfs`(PO).'), [
    'module nvme',
    'module dm_mod',
    'module zfs',
  ]);
});

test('the words for the kind end a list that they follow', () => {
  assert.deepEqual(named('This is `brk` or `mmap` *system calls*.'), ['syscall brk', 'syscall mmap']);
});

test('a call with a number is a manual page only where something says so', () => {
  assert.deepEqual(named('My blog eats `alert(1)` and alert(1); wait `msleep(5)`, `frob_it(2)`.'), [
    'function msleep',
    'function frob_it',
  ]);
  assert.deepEqual(named('See `frob(1)`, grep(1), `open(2)`, proc(5), `signal(7)`, printf(3) and `foo.conf(8)`.'), [
    'manpage frob(1)',
    'manpage grep(1)',
    'manpage open(2)',
    'manpage proc(5)',
    'manpage signal(7)',
    'manpage printf(3)',
    'manpage foo.conf(8)',
  ]);
});

test('a make variable of one letter is taken with its equals sign, where the text speaks of building or the mark holds nothing else', () => {
  assert.deepEqual(
    named('For make set M= and `W=`1; with `ARCH` too. '),
    ['command make', 'build M=', 'build W=', 'build ARCH'].slice(1),
  );
  assert.deepEqual(named('The kernel takes `M=`.'), ['build M=']);
  assert.deepEqual(named('Let M=5 and V=3 be given, on ARCH.'), []);
});

test('a plain word that only a module is called counts where the text speaks of modules', () => {
  assert.deepEqual(named('Once libcomposite was loaded, usbhid failed.'), ['module libcomposite', 'module usbhid']);
  assert.deepEqual(named('The word libcomposite is long.'), []);
  assert.deepEqual(named('It needs the i2c-dev module, a built-in module or a third-party module.').slice(0, 1), []);
});

test('a path goes on over the colons of a bus address and the comma of a vendor', () => {
  assert.deepEqual(
    named(
      'Write to /sys/bus/pci/devices/0000:5e:00.0/remove: see `Documentation/devicetree/bindings/mfd/acme,pmic-7.yaml`.',
    ),
    [
      'path /sys/bus/pci/devices/0000:5e:00.0/remove',
      'document Documentation/devicetree/bindings/mfd/acme,pmic-7.yaml',
    ],
  );
  assert.deepEqual(named('Read /proc/stat:cpu and `kernel/fork.c,kernel/exit.c`.').slice(0, 2), [
    'path /proc/stat',
    'source kernel/fork.c',
  ]);
});

test('a member of a variable with a low line is taken in code, a file name is not', () => {
  assert.deepEqual(named('`tk_core.seq` and `signing_key.pem`'), ['variable tk_core', 'field seq'].slice(1));
});

test('marks of a highlight are no assignment, two kinds of probes no probe, a version no tool', () => {
  assert.deepEqual(named('Returns ==XDP_DROP==; fentry/fexit; qemu-7.2.1; threads share `->mm`.'), [
    'macro XDP_DROP',
    'field mm',
  ]);
});

test('the file of a module has hyphens where the kernel writes low lines', () => {
  const kindsOf = (name: string) => (name === 'i2c_dev' ? (['struct', 'module'] as const) : []);
  assert.deepEqual(
    entitiesOf('It needs the i2c-dev module; no third-hand module.', kindsOf).map(
      ({ kind, name }) => `${kind} ${name}`,
    ),
    ['module i2c-dev'],
  );
});

test('a name of a structure is a field of it, also in German', () => {
  assert.deepEqual(
    named('It goes through `private_data` of `struct file`; die Felder `name` und `desc`, das Makro `frob`.'),
    ['field private_data', 'struct file', 'field name', 'field desc', 'macro frob'],
  );
  assert.deepEqual(named('Call frob_it() of the driver.'), ['function frob_it']);
});

test('a plain word before an argument that only C has is called, a handler of calls is no call', () => {
  assert.deepEqual(named('There capable(CAP_SYS_RAWIO) is asked in the ioctl handler, not in memory (CAP_NET_RAW).'), [
    'function capable',
    'macro CAP_SYS_RAWIO',
    'macro CAP_NET_RAW',
  ]);
});

test('a tool that ends in ctl is one, a call that ends so is not', () => {
  assert.deepEqual(named('Use bluetoothctl or timedatectl, not ioctl or fcntl.'), [
    'command bluetoothctl',
    'command timedatectl',
  ]);
});

test('a report of a sanitizer is no C', () => {
  assert.deepEqual(
    named('    BUG: KASAN: slab-use-after-free in chrdev_open+0x1d3/0x2e0\n    Read of size 8 by task fuzz.py/912\n'),
    ['function chrdev_open'],
  );
});

test('the name of a person of a forum is none, an event is no function, a member may stand behind two dots', () => {
  assert.deepEqual(named('As user penguin_42 says, `.driver.dev_groups` is set.'), ['field dev_groups']);
  assert.deepEqual(named("```sh\nbpftrace -e 'kprobe:do_frob_it { }'\n```\n"), [
    'command bpftrace',
    'function do_frob_it',
  ]);
  assert.deepEqual(named("```sh\necho 'p:mine do_frob_it' >> x\n```\n"), []);
});

test('a pointer to a function is a member of the structure around it', () => {
  const code = '```c\nstruct fs_ops {\n\tint (*settle)(struct inode *i);\n};\n```\n';
  assert.deepEqual(named(`The \`fs_ops\` structure:\n\n${code}\nCall settle() late.\n`), [
    'struct fs_ops',
    'struct fs_ops',
    'field settle',
    'struct inode',
    'function settle',
  ]);
});

test('messages name the function that prints them, and traces both ends of a call', () => {
  const log =
    '```\n[   12.118960] brcmfmac: brcmf_sdio_sleep: cannot change state\n  task-1 [000] 9.1: kfree_skb <-tcp_ack\n```\n';
  assert.deepEqual(named(log), [
    'module brcmfmac',
    'function brcmf_sdio_sleep',
    'function kfree_skb',
    'function tcp_ack',
  ]);
});

test('beside Chinese letters a member stays one though it is an English word', () => {
  assert.deepEqual(named('`seq_operations` 的成员 `start`、`stop`。start 里拿锁，press start later.\n'), [
    'struct seq_operations',
    'field start',
    'field stop',
    'field start',
  ]);
});

test('an aside in Chinese brackets behind a name is no call', () => {
  const found = entitiesOf('填 parent_names(旧代码) 或 clk_get_parent(clk)。\n', (name) =>
    name === 'parent_names' ? ['field'] : [],
  );
  assert.deepEqual(
    found.map(({ kind, name }) => `${kind} ${name}`),
    ['field parent_names', 'function clk_get_parent'],
  );
});

test('a constant beside the word command is a constant, and arguments of capitals need the kernel', () => {
  assert.deepEqual(named('The DPLL_CMD_PIN_SET command; then BIT(3).\n'), ['macro DPLL_CMD_PIN_SET']);
  const withBit = entitiesOf('Then BIT(3).\n', (name) => (name === 'BIT' ? ['macro'] : []));
  assert.deepEqual(
    withBit.map(({ kind, name }) => `${kind} ${name}`),
    ['macro BIT'],
  );
});

test('variables of the shell are no names of C', () => {
  assert.deepEqual(named('It loops to $MAX_ITEMS.\n'), []);
});

/** What is found where a kernel is known that has these names and no others. */
function namedWith(text: string, names: Readonly<Record<string, readonly EntityKind[]>>): readonly string[] {
  const found = entitiesOf(text, (name) => (name === 'printk' ? ['function'] : (names[name] ?? [])));
  return found.map(({ kind, name }) => `${kind} ${name}`);
}

test('a marked name that no kernel has counts where words near it or the head of its column say that it is gone', () => {
  assert.deepEqual(namedWith('`media_status` is gone.\n\nThen `media_level` is 3.\n', {}), ['function media_status']);
  const table = '| then | what it was |\n| --- | --- |\n| `media_status` | a method |\n';
  assert.deepEqual(namedWith(table, {}), ['function media_status']);
});

test('members of a structure that a snippet spells out count where the kernel has the structure', () => {
  const note = 'The mask:\n\n```c\nstruct pond_filter {\n\tint fish_mask;\n};\n```\n\n`fish_mask` is a mask.\n';
  assert.deepEqual(namedWith(note, { pond_filter: ['struct'] }), [
    'struct pond_filter',
    'field fish_mask',
    'field fish_mask',
  ]);
  assert.deepEqual(namedWith(note, {}), []);
});

test('declarations and nothing else are members where the kernel has members so named', () => {
  const note = 'Queues:\n\n```c\nunsigned int rx_queues;\nint (*fix_speed)(void *priv);\n```\n';
  assert.deepEqual(namedWith(note, { rx_queues: ['field'], fix_speed: ['field'] }).slice(-1), ['field fix_speed']);
  const plain = 'Queues:\n\n```c\nunsigned int rx_queues;\nunsigned int my_queues;\n```\n';
  assert.deepEqual(namedWith(plain, { rx_queues: ['field'] }), ['field rx_queues']);
});

test('names in a drawn tree of files and keys of JSON are none', () => {
  assert.deepEqual(named('```\n|-- mtty_dev_list\n├── runtime_status_read\n"get_prog_id": 5\n```\n'), []);
});
