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
processor cpu
memory ram
folder directory
version release
program application userspace
cheap fast
variable counter
enrol enroll
analyse analyze
initialise initialize init
unresolved undefined`;

const ALTERNATIVES: ReadonlyMap<string, readonly string[]> = readGroups();

/** Other words for `word`, whatever its form; none for most. */
export function alternativesOf(word: string): readonly string[] {
  return ALTERNATIVES.get(stemWord(word.toLowerCase())) ?? [];
}

function readGroups(): Map<string, readonly string[]> {
  const groups = GROUPS.trim()
    .split('\n')
    .map((line) => line.split(' '));
  return new Map(
    groups.flatMap((words) => words.map((word) => [stemWord(word), words.filter((other) => other !== word)] as const)),
  );
}
