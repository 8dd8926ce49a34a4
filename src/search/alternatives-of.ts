import { stemWord } from './stem-word.ts';

/** Words that engineers use for each other, a group a line; a page that has another word of the group answers as well, only less. */
const GROUPS = `
wait sleep block
finish complete end
thread kthread
interrupt irq
config configuration configure
parameter param option
lock mutex spinlock
hang freeze stuck lockup
crash oops panic
allocate alloc
delete remove
create make
card device adapter
network net
unplug disconnect
send transmit
receive recv
fifo ring queue
latency performance speed
signature sign
compile build
map mmap
resume wake
structure struct
processor cpu core
memory ram
folder directory
version release
program application userspace
cheap fast
variable counter
enrol enroll
analyse analyze
initialise initialize init
unresolved undefined
refuse reject deny forbid
forbidden allowed permitted restricted
stop kill terminate
hot heat temperature overheat thermal
disk drive storage
corrupt damage overwrite
divide division
screen display graphics
detect recognise identify find discover
big large huge
small tiny
announce register declare
later deferred postponed delayed
reference count refcount
reboot restart
serial tty uart
permission privilege access
upgrade update
timeout deadline
free release
message log dmesg
profile hotspot
trace follow
replace rename successor
period periodic every interval
backtrace traceback
unload rmmod
load insmod modprobe
wifi wlan wireless
ethernet nic
task process
exception fault trap
statistics counter
delay pause
suspend hibernate standby
obsolete deprecated outdated
limit maximum
endian endianness
guest virtual
failure error
dump vmcore
combine join merge aggregate
watch monitor
forever endless
mail email
copy duplicate
notify signal announce
function routine
begin start
boot startup
size length width
overflow wrap
check verify test
wrong bad incorrect
unresponsive hang stuck
log trace record
compact small
compress shrink`;

const ALTERNATIVES: ReadonlyMap<string, readonly string[]> = readGroups();
/** The two ways in which English is spelt, by endings. */
const SPELLINGS: readonly (readonly [pattern: RegExp, other: string])[] = [
  [/(?<=\w{3})is(e[drs]?|ing|ation)$/, 'iz$1'],
  [/(?<=\w{3})iz(e[drs]?|ing|ation)$/, 'is$1'],
  [/(?<=col|behavi|neighb)our(s?|ed|ing)$/, 'or$1'],
  [/(?<=col|behavi|neighb)or(s?|ed|ing)$/, 'our$1'],
];

/** Other words for `word`, whatever its form, and its other spelling; none for most. */
export function alternativesOf(word: string): readonly string[] {
  const typed = word.toLowerCase();
  const others = ALTERNATIVES.get(stemWord(typed)) ?? [];
  const [pattern, ending] = SPELLINGS.find(([known]) => known.test(typed)) ?? [];
  return pattern === undefined || ending === undefined ? others : [...others, typed.replace(pattern, ending)];
}

/** By the stem of a word, the others of all its groups. */
function readGroups(): Map<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const line of GROUPS.trim().split('\n')) {
    const words = line.split(' ');
    for (const word of words) {
      const stem = stemWord(word);
      const others = words.filter((other) => stemWord(other) !== stem);
      found.set(stem, [...(found.get(stem) ?? []), ...others]);
    }
  }
  return found;
}
