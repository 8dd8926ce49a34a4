/**
 * Why a name is taken. Every candidate carries the id of one of these rules; `notes explain` prints its row.
 */

import type { EntityKind } from '../../model/entity.ts';
import type { Strength } from './candidate.ts';

export interface Rule {
  readonly strength: Strength;
  /** Absent where the kind follows from the name or from the text around it. */
  readonly kind?: EntityKind | undefined;
  /** What it takes. */
  readonly takes: string;
  /** Why that is a kernel entity. */
  readonly why: string;
  /** Text in which it applies. */
  readonly example: string;
}

/** The rule table, in the order in which explanations list it. Ids are permanent. */
export const RULES = {
  'config-option': {
    strength: 'certain',
    kind: 'config',
    takes: 'CONFIG_ and capitals',
    why: 'only Kconfig makes such names',
    example: 'CONFIG_NUMA=y',
  },
  'kconfig-symbol': {
    strength: 'certain',
    kind: 'config',
    takes: 'the symbol of depends on, select, imply in Kconfig',
    why: 'Kconfig leaves the prefix out',
    example: 'depends on PCI && MMU',
  },
  'kconfig-definition': {
    strength: 'certain',
    kind: 'config',
    takes: 'the symbol that a snippet of Kconfig defines',
    why: 'Kconfig leaves the prefix out; an option of the note itself is no one else’s',
    example: 'config ANGLER',
  },
  errno: {
    strength: 'certain',
    kind: 'errno',
    takes: 'an error number by name, with or without minus',
    why: 'the list of error numbers is closed',
    example: '-ENODEV',
  },
  annotation: {
    strength: 'certain',
    kind: 'annotation',
    takes: 'a known annotation',
    why: 'the kernel reserves these words for its own declarations',
    example: 'void __iomem *base',
  },
  'known-name': {
    strength: 'certain',
    takes: 'a name that the vocabulary lists',
    why: 'it names one thing in kernel notes and is no English word',
    example: 'after dmesg shows it',
  },
  'known-marked-name': {
    strength: 'certain',
    takes: 'a listed name that is English too, where it is marked up or run',
    why: 'the mark shows that a name is meant',
    example: '`perf`',
  },
  call: {
    strength: 'certain',
    takes: 'a name with parentheses behind it',
    why: 'that is how C calls',
    example: 'vfs_read()',
  },
  prototype: {
    strength: 'certain',
    kind: 'function',
    takes: 'a declaration without a body',
    why: 'a note quotes it to show an interface',
    example: 'int kern_path(const char *name);',
  },
  'own-definition': {
    strength: 'possible',
    takes: 'what a snippet of the note defines',
    why: 'it counts once the text speaks of it, or the kernel has it',
    example: 'static int foo_open(void) { … }',
  },
  'struct-tag': {
    strength: 'certain',
    takes: 'the name behind struct, union or enum',
    why: 'C says its kind',
    example: 'struct bio_vec',
  },
  'snippet-tag': {
    strength: 'likely',
    takes: 'the name behind struct, union or enum in code, and a plain word behind one in a sentence',
    why: 'C says its kind; where an inventory is at hand and lacks it, something else must speak for it: it may be the snippet’s own',
    example: 'struct sk_buff *skb;',
  },
  'quoted-member': {
    strength: 'possible',
    kind: 'field',
    takes: 'a member of a structure that a snippet of the note spells out, there and in the text',
    why: 'where the kernel has the structure, the snippet quotes it',
    example: 'struct watch_filter { __u32 nr_filters; };',
  },
  'snippet-constant': {
    strength: 'likely',
    kind: 'macro',
    takes: 'capitals joined by underscores in C',
    why: 'C writes constants so; where an inventory is at hand and lacks it, it may be the snippet’s own',
    example: 'p = kmalloc(n, GFP_NOFS);',
  },
  'log-caller': {
    strength: 'likely',
    kind: 'function',
    takes: 'a name with an underscore between two colons of a kernel message',
    why: 'messages are headed by the function that prints them',
    example: 'brcmfmac: brcmf_fw_request_done: firmware missing',
  },
  'capital-call': {
    strength: 'possible',
    kind: 'macro',
    takes: 'capitals with arguments behind them in a sentence',
    why: 'macros are used so; it counts where the kernel has one of that name',
    example: 'GENMASK(7, 4) masks it',
  },
  'type-suffix': {
    strength: 'likely',
    kind: 'type',
    takes: 'a name that ends in _t',
    why: 'C and the kernel name types so',
    example: 'gfp_t',
  },
  member: {
    strength: 'likely',
    kind: 'field',
    takes: 'what stands behind an arrow',
    why: 'an arrow picks a member of a structure',
    example: 'page->mapping',
  },
  'member-dot': {
    strength: 'likely',
    kind: 'field',
    takes: 'what stands behind a dot in C',
    why: 'a dot picks a member of a structure',
    example: 'ops.release',
  },
  initialiser: {
    strength: 'likely',
    kind: 'field',
    takes: 'what a designated initialiser sets',
    why: 'it is a member of the structure',
    example: '.llseek = no_llseek',
  },
  'header-path': {
    strength: 'certain',
    kind: 'header',
    takes: 'a path that ends in .h below a folder of headers',
    why: 'it is included by that name',
    example: 'linux/bio.h',
  },
  'header-name': {
    strength: 'likely',
    kind: 'header',
    takes: 'a file name that ends in .h',
    why: 'no other kind of file ends so',
    example: 'blkdev.h',
  },
  'source-path': {
    strength: 'certain',
    kind: 'source',
    takes: 'a file or folder below a top folder of the kernel tree',
    why: 'the tree has these top folders',
    example: 'block/bio.c',
  },
  'source-name': {
    strength: 'likely',
    kind: 'source',
    takes: 'a file name that ends as sources do',
    why: 'it is code',
    example: 'slub.c',
  },
  'source-folder': {
    strength: 'likely',
    kind: 'source',
    takes: 'a folder of code that the text calls a directory',
    why: 'the text says so',
    example: 'the `char-demo/` directory',
  },
  'document-path': {
    strength: 'certain',
    kind: 'document',
    takes: 'what stands below Documentation/',
    why: 'the tree keeps its documents there',
    example: 'Documentation/mm/',
  },
  'document-name': {
    strength: 'likely',
    kind: 'document',
    takes: 'a file name that ends in .rst',
    why: 'the documents of the kernel end so',
    example: 'see also netdevices.rst',
  },
  'object-file': {
    strength: 'certain',
    kind: 'object',
    takes: 'a file name that ends in .o or .ko',
    why: 'kbuild makes it',
    example: 'dummy.ko',
  },
  'system-path': {
    strength: 'certain',
    kind: 'path',
    takes: 'a path below /proc, /sys, /dev, /etc, /boot, /lib/modules and the like, with its holes',
    why: 'kernel and tools serve it',
    example: '/sys/block/<disk>/queue',
  },
  manpage: {
    strength: 'certain',
    kind: 'manpage',
    takes: 'a name with a section number in parentheses',
    why: 'manual pages are quoted so',
    example: 'bpf(2)',
  },
  'maybe-manpage': {
    strength: 'possible',
    kind: 'manpage',
    takes: 'an unknown name with one digit in parentheses that nothing calls a page',
    why: 'a call with a number looks the same; other text must name the page',
    example: '`frob(2)`',
  },
  section: {
    strength: 'certain',
    kind: 'section',
    takes: 'a name that the text calls a section',
    why: 'the text says so',
    example: 'the .hyp.data section',
  },
  'build-name': {
    strength: 'certain',
    kind: 'build',
    takes: 'a list or variable of kbuild',
    why: 'kbuild gives these names a meaning',
    example: 'vfio-objs',
  },
  'make-target': {
    strength: 'certain',
    kind: 'build',
    takes: 'what make is told to make',
    why: 'it is a target of the kernel build',
    example: 'make olddefconfig',
  },
  'make-variable': {
    strength: 'certain',
    kind: 'build',
    takes: 'what make is given as NAME=',
    why: 'it steers the kernel build',
    example: 'make O=build',
  },
  'capital-macro': {
    strength: 'likely',
    kind: 'macro',
    takes: 'capitals joined by underscores',
    why: 'C writes constants so',
    example: 'GFP_ATOMIC',
  },
  identifier: {
    strength: 'likely',
    takes: 'a name with an underscore',
    why: 'no English word has one',
    example: '`blk_mq_run_hw_queue`',
  },
  'lost-name': {
    strength: 'likely',
    takes:
      'a marked name with an underscore near words, or below the head of a column, that say that something is gone',
    why: 'no checked release has it, and the text says why',
    example: '`media_changed` is gone',
  },
  'part-of-path': {
    strength: 'likely',
    kind: 'path',
    takes: 'the last part of a path below /proc or /sys that the note gives in full',
    why: 'it is short for that path',
    example: 'write to `/proc/sys/vm/stat_interval`; `stat_interval` counts seconds',
  },
  'said-to-be': {
    strength: 'certain',
    takes: 'a name beside a word for its kind',
    why: 'the text says what it is',
    example: 'the `nlmsghdr` struct',
  },
  'said-of-word': {
    strength: 'possible',
    takes: 'a plain word beside a word for a kind',
    why: 'it may name something if other text agrees',
    example: 'the nbd driver',
  },
  'module-word': {
    strength: 'likely',
    kind: 'module',
    takes: 'a plain word that only a module is called, in text that speaks of modules or of loading',
    why: 'no dictionary has it, and the kernel has nothing else of that name',
    example: 'once libcomposite is loaded',
  },
  listed: {
    strength: 'certain',
    takes: 'a name in a list whose kind is said before or behind',
    why: 'the text says what they are',
    example: 'structures: `nlmsghdr`, `nlattr`',
  },
  coordinated: {
    strength: 'likely',
    takes: 'a marked word joined by and, or, comma to a name of known kind',
    why: 'what is joined is of one kind',
    example: '*insmod* or *kmodtool*',
  },
  'run-in-term': {
    strength: 'likely',
    kind: 'struct',
    takes: 'the one marked name behind a run-in term',
    why: 'the name implements the term',
    example: '**Radix trees**: `radix`.',
  },
  'marked-word': {
    strength: 'possible',
    takes: 'a marked word of small letters',
    why: 'it may be a name if other text agrees',
    example: '`nlmsghdr`',
  },
  'marked-english': {
    strength: 'possible',
    takes: 'a marked word that is English too',
    why: 'it is a name only where the same note says so',
    example: '*semaphore*',
  },
  'repeated-word': {
    strength: 'possible',
    takes: 'a plain word that the note uses as a name elsewhere',
    why: 'it is the same name',
    example: 'the `sbpcd` driver is old, and so are sbpcd drives',
  },
  'code-identifier': {
    strength: 'possible',
    takes: 'a name in code that is neither called nor declared there',
    why: 'it is a name if other text agrees',
    example: '.show = seq_show_stat',
  },
  'run-command': {
    strength: 'certain',
    kind: 'command',
    takes: 'a known tool where a command begins',
    why: 'it is run',
    example: '$ mount -t tmpfs',
  },
  'run-unknown': {
    strength: 'likely',
    kind: 'command',
    takes: 'an unknown word with options where a command begins',
    why: 'only a program takes options',
    example: '`nvmetool -l`',
  },
  'control-tool': {
    strength: 'likely',
    kind: 'command',
    takes: 'a word of small letters that ends in ctl',
    why: 'tools that steer a daemon are named so, and nothing English is',
    example: 'timedatectl shows it',
  },
  'gdb-command': {
    strength: 'certain',
    kind: 'command',
    takes: 'a command of the debugger',
    why: 'the text speaks of gdb',
    example: 'in gdb, `lx-symbols` loads them',
  },
  'module-argument': {
    strength: 'certain',
    kind: 'module',
    takes: 'what modprobe, rmmod or modinfo is given',
    why: 'they take modules',
    example: 'modprobe brd',
  },
  'module-parameter': {
    strength: 'certain',
    kind: 'parameter',
    takes: 'NAME= behind a module',
    why: 'modules take parameters so',
    example: 'modprobe brd rd_nr=1',
  },
  'dotted-parameter': {
    strength: 'possible',
    kind: 'parameter',
    takes: 'two plain names joined by a dot, the second with an underscore',
    why: 'parameters of modules are written so; it counts where the kernel has the module and the parameter',
    example: 'raise nvme.poll_queues',
  },
  'assigned-name': {
    strength: 'likely',
    takes: 'a name with an underscore, an equals sign and a value behind it',
    why: 'boot parameters are given so; the inventory tells whether it is one',
    example: 'boot with slub_debug=FZ',
  },
  'assigned-word': {
    strength: 'possible',
    kind: 'parameter',
    takes: 'a word with an equals sign and a value behind it',
    why: 'boot parameters are given so; it counts where the kernel has one of that name',
    example: 'boot with isolcpus=2,3',
  },
  'arrow-base': {
    strength: 'possible',
    kind: 'field',
    takes: 'a name with an underscore before an arrow',
    why: 'a member may point on; it counts where the kernel has a member of that name',
    example: 'f_op->open',
  },
  'module-log': {
    strength: 'certain',
    kind: 'module',
    takes: 'modules as kernel messages list them',
    why: 'the kernel prints them there',
    example: 'Modules linked in: brd',
  },
  'log-symbol': {
    strength: 'certain',
    kind: 'function',
    takes: 'a name with offset and size',
    why: 'the kernel prints addresses so',
    example: 'vfs_write+0xb1/0x1a0',
  },
  'probe-point': {
    strength: 'certain',
    kind: 'function',
    takes: 'the function of a probe',
    why: 'probes are set on functions',
    example: 'kprobe:vfs_read',
  },
  'sysctl-name': {
    strength: 'likely',
    kind: 'parameter',
    takes: 'a dotted name of sysctl',
    why: 'sysctl spells /proc/sys so',
    example: 'net.core.somaxconn',
  },
} as const satisfies Readonly<Record<string, Rule>>;

export type RuleId = keyof typeof RULES;

/** Whether a rule saw a name in running text by its underscore alone, and so leaves its kind to others. */
export function isBareName(rule: RuleId): boolean {
  return rule === 'identifier' || rule === 'lost-name';
}

/** The row of a rule. */
export function ruleOf(id: RuleId): Rule {
  return RULES[id];
}
