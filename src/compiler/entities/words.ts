/**
 * Words around names: those that say of what kind a name is, and those that are never names.
 */

import type { EntityKind } from '../../model/entity.ts';

/** Pairs for a map: every word of the list, with the kind. */
export function each(kind: EntityKind, list: string): [string, EntityKind][] {
  return list.split(' ').map((word) => [word, kind]);
}

/** Commands whose arguments are modules; the last is a common slip. */
export const MODULE_TOOLS: ReadonlySet<string> = new Set(['modprobe', 'insmod', 'rmmod', 'modinfo', 'modeprobe']);

/** Words that say of what kind the name beside them is. */
export const KIND_WORDS: ReadonlyMap<string, EntityKind> = new Map([
  ...each('struct', 'struct structs structure structures Struct Structs Structure Structures Struktur Strukturen'),
  ...each('union', 'union unions'),
  ...each('enum', 'enum enums enumeration'),
  ...each('type', 'type types typedef typedefs'),
  ...each(
    'function',
    'function functions Function Functions func funcs Funktion Funktionen routine routines helper helpers callback callbacks hook hooks method methods handler kfunc kfuncs wrapper wrappers',
  ),
  ...each('macro', 'macro macros Macro Macros Makro Makros'),
  ...each('annotation', 'annotation annotations'),
  ...each('variable', 'variable variables array global globals Variables'),
  ...each('field', 'field fields member members Fields Members Feld Felder Feldes Feldern'),
  ...each('parameter', 'parameter parameters param params argument arguments Parameters Arguments'),
  ...each('syscall', 'syscall syscalls Syscalls Systemaufruf Systemaufrufe'),
  ...each('section', 'section sections'),
  ...each(
    'module',
    'module modules driver drivers Module Modules Driver Drivers Modul Moduls Modulen Treiber Treibers',
  ),
  ...each(
    'command',
    'command commands Command Commands tool tools utility utilities program programs script scripts daemon daemons Tools Befehl Befehle Befehls Werkzeug Werkzeuge',
  ),
]);

/** Verbs whose object is called. */
export const CALL_VERBS: ReadonlySet<string> = new Set('call calls calling invoke invokes invoking'.split(' '));

/** The same in Chinese, matched at the edge of the text beside a name; longer ones first. */
export const KIND_WORDS_CHINESE: readonly (readonly [string, EntityKind])[] = [
  ['系统调用', 'syscall'],
  ['数据结构', 'struct'],
  ['结构体', 'struct'],
  ['联合体', 'union'],
  ['枚举', 'enum'],
  ['结构', 'struct'],
  ['函数', 'function'],
  ['调用', 'function'],
  ['宏', 'macro'],
  ['标志', 'macro'],
  ['标志', 'macro'],
  ['变量', 'variable'],
  ['数组', 'variable'],
  ['字段', 'field'],
  ['成员', 'field'],
  ['参数', 'parameter'],
  ['类型', 'type'],
  ['模块', 'module'],
  ['驱动', 'module'],
  ['命令', 'command'],
  ['工具', 'command'],
  ['段', 'section'],
];

/** Never names, however they are marked up. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  `a an the this that these those it its he she we you they i me my our your their his her them us and or but nor not no yes if then else when while as at
  by for from in into of off on onto out over per than to under up upon via with within without about above after again against all almost also although always am any anyone
  are aren around be because been before being below between both can cannot could did do does doesn doing don done down during each either enough etc even ever every everything few
  first second third fourth last next previous following former latter former further get gets give given gives had has have having hence here how however ie eg indeed
  instead is isn just keep least less let like likely made make many may maybe mean means might more most much must nearly need needs neither never new
  nobody none nothing now often old once one only other others otherwise own perhaps quite rather really said same say says see seem seems set several shall should show shows
  since so some something sometimes still such sure take takes taken tell there therefore thing things though three thus together too twice two unless until upon usually use used
  useful user uses using very was wasn way we well went were what whatever where whether which whoever whole whose why will wish won work works would yet
  todo fixme http https www com org`
    .trim()
    .split(/\s+/u),
);

/** The stop words that are no names even in code beside a word for a kind. */
export const HARD_STOP_WORDS: ReadonlySet<string> = new Set(
  'a an the this that these those it its and or but nor not no yes if then else when while as at by for from to is are was were be been of with without than so such some which what who whose how why'.split(
    ' ',
  ),
);

/** Spelt like names, but architectures, encodings, concepts and gaps to be filled in. */
export const NOT_NAMES: ReadonlySet<string> = new Set(
  `vermagic x32 x86 i386 i486 i586 i686 arm64 armv7 ppc64 ppc64le s390 s390x amd64 ia64 riscv64 mips64 sparc64 m68k aarch64 ipv4 ipv6 utf8 sha1 sha256 sha512 md5 ps2 i2c i3c
  x86_64 x86_32 X86_64 i386 utf_8 UTF_8 ppc64_le aarch64_be armv7_a module_name function_name file_name driver_name device_name struct_name
  your_module your_driver your_name my_module path_to_kernel_dir kernel_version YOUR_NAME MODULE_NAME FILE_NAME user_name USER_NAME snake_case foo_bar foo_baz`
    .trim()
    .split(/\s+/u),
);

/** Beginnings of names that examples give their own code, and samples in the kernel tree too. */
const RE_EXAMPLE = /^_*(?:my|foo|bar|baz|hello|demo|example|sample|test|dummy|simple|skel|toy|mymodule|mydev)(?:_|$)/u;

/** `true` for names that say themselves that they are made up. */
export function isExampleName(name: string): boolean {
  return RE_EXAMPLE.test(name);
}

/** Words of quality: marked up for stress, not because they are names. */
export const ADJECTIVES: ReadonlySet<string> = new Set(
  `important note warning example examples simple special certain different various possible available real actual main whole entire basic common good bad better best right wrong
  big small large long short high low full empty free busy hot cold fast slow quick early late open closed true false correct optional required necessary
  static dynamic global local public private internal external generic specific standard normal default custom virtual physical logical raw hard soft
  char-driver nested embedded anonymous opaque underlying corresponding relevant above-mentioned third-party out-of-tree in-tree loadable built-in`
    .trim()
    .split(/\s+/u),
);

/**
 * English and kernel-talk words that are names too (`file`, `mutex`, `schedule`): taken where the text says so, not
 * because something in the kernel happens to have that name.
 */
export const COMMON_WORDS: ReadonlySet<string> = new Set(
  `semaphore mutex completion process task thread timer clock tick event events queue wait lock locks locked unlock barrier signal signals interrupt interrupts
  handler scheduler schedule probe remove match init exit start stop run running sleep wake suspend resume idle state status flag flags mode mask count counter index offset size length
  limit range region area zone node nodes entry entries item items element key keys root parent child children sibling head tail top bottom left middle
  class group domain context frame stack heap cache slab pool map mapping mount inode superblock socket port packet stream channel link route filter rule hook
  key token id owner group mutex spinlock rwlock atomic volatile release acquire grab hold put drop alloc allocate allocation allocator copy move insert delete
  add find search look lookup select poll listen connect accept bind send receive transmit request response reply message messages log print dump trace debug check verify
  test update sync flush load store save restore reset clear clean enable disable enabled disabled on off up down in out register registers unregister attach detach
  create destroy build make compile link install configure config setup help usage man manual page article book chapter
  panic oops crash fault trap exception overflow underflow race deadlock hang leak memory swap disk drive partition sector volume filesystem
  core cpu processor machine architecture board chip controller bridge hub switch router host guest client server peer remote
  power battery thermal fan button video camera display screen keyboard mouse touch sensor light sound network internet web security access permission policy
  time date day hour minute second year now today fast slow path loop fork clone exec kill pipe dup time swap kexec random urandom zero null full tty console terminal
  buffer page pages folio hash string symbol symbols export import name label title comment author license description alias depends
  cgroup namespace container capability credential credentials image kernel-doc firmware device bus slot line pin reset regulator phy
  worker workqueue tasklet softirq preemption latency throughput performance bandwidth benchmark profile fairness priority weight load balance
  hello world foo bar baz foobar demo master slave primary backup simple complete minor major sequence counter number cookie
  tracepoint breakpoint watchpoint syscall ioctl userspace sysfs procfs debugfs configfs tmpfs ramfs initramfs initrd
  available notice fail success failed failure busy ready done pending new old current previous next private public shared global local common base
  character blocking nonblocking safe unsafe strict weak strong raw simple fast compact huge large transparent anonymous dirty writeback readahead
  open close read write seek llseek ioctl mmap fsync fasync poll ops operations methods interface api abi layer subsystem framework infrastructure
  data code text bss stack section segment object archive library binary executable format elf header footer body
  kernel linux user space userspace system hardware software code text line lines name names number value values string char character integer byte bytes bit bits word words
  file files directory directories path paths folder data info information address addresses pointer pointers reference memory page pages buffer buffers list lists tree table tables
  struct structure union enum type types function functions macro macros variable variables field fields member members argument arguments parameter parameters option options
  module modules driver drivers device devices command commands tool tools program programs script scripts section sections header headers source sources object objects
  call calls called caller calling return returns returned read reads write writes written reader writer version versions error errors bug bugs fix patch patches
  vendor graphics wireless audio video sound storage input output bus platform usb pci scsi net ethernet sample dummy test tests skeleton
  char block network
  one two three four five six seven eight nine ten zero first last`
    .trim()
    .split(/\s+/u),
);
