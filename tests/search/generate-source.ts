import type { EntityKind } from '../../src/model/entity.ts';
import type { SearchError, SearchName, SearchPage, SearchSource } from '../../src/search/search-source.ts';

/**
 * A made-up index of any size, the same on every run. Names are put together from parts that real kernel names are made
 * of, so that parts collide as they do there.
 */

const AREAS =
  'blk tcp udp sk ext4 xfs nfs vfs mm rcu irq dma pci usb i2c spi gpio clk drm snd tty kvm bpf perf cgroup sched futex key crypto nvme scsi ata mmc net nf ip6 sctp can wifi bt hid acpi efi pm cpu numa slab kasan ftrace kprobe livepatch module device driver bus class kobj sysfs proc debugfs seq poll epoll aio uring'.split(
    ' ',
  );
const VERBS =
  'alloc free init exit get put lock unlock register unregister enqueue dequeue flush map unmap read write wait wake send recv probe remove attach detach insert lookup commit abort migrate charge copy clone resize drain submit complete parse set clear test find add del create destroy open release start stop enable disable'.split(
    ' ',
  );
const NOUNS =
  'page folio skb sock task entity rq inode dentry bio request queue timer work mutex vma pte zone node cache buffer ring desc vector domain group handler table list entry head tail state flags count size range region window segment packet frame stream channel port link path mount super block sector extent bitmap mask offset param'.split(
    ' ',
  );
const TAILS = ['', '', '', '_locked', '_rcu', '_nowait', '_sync', '_all', '_user', '_irqsave', '_data', '_ops'];
const HEADS = ['', '', '', '', '', '__', '_', 'do_', '__do_'];
const VOWELS = ['a', 'e', 'i', 'o', 'u'];
const WORDS =
  'why the kernel driver waits before a buffer is freed how to read counters from user space and what happens after reset of the device while locks are held by another thread during migration notes on building testing loading signing debugging'.split(
    ' ',
  );

export interface GeneratedCounts {
  readonly names: number;
  readonly pages: number;
  readonly errors: number;
  readonly seed?: number;
}

/** Numbers from 0 to 1, the same row for the same seed. */
export function seededNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    let mixed = state ^ (state >>> 15);
    mixed = Math.imul(mixed, 0x2c1b3c6d);
    mixed ^= mixed >>> 12;
    return (mixed >>> 0) / 0x1_0000_0000;
  };
}

export function generateSource(counts: GeneratedCounts): SearchSource {
  const next = seededNumbers(counts.seed ?? 1);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
  const names = new Map<string, SearchName>();
  const sentence = (name: string): string => `${words(8)} ${name} ${words(7)}.`;
  const words = (count: number): string => Array.from({ length: count }, () => pick(WORDS)).join(' ');
  while (names.size < counts.names) {
    const [name, kind] = makeName(next, pick);
    if (names.has(name)) continue;
    const weight = Math.floor(1 / (next() + 0.002));
    const url = weight > 4 ? `name/${name.toLowerCase()}/` : `names/${name.charAt(0)}/#${name}`;
    names.set(name, {
      id: name,
      name,
      kind,
      aliases: [],
      url,
      weight,
      quote: sentence(name),
      mark: next() < 0.1 ? 'gone' : 'fine',
    });
  }
  const all = [...names.values()];
  const pages: SearchPage[] = Array.from({ length: counts.pages }, (_, index) => {
    const title = `${words(4)}: ${pick(all).name}`;
    return { id: `topics/note-${index}`, kind: 'topic', title, url: `topics/note-${index}/` };
  });
  const errors: SearchError[] = Array.from({ length: counts.errors }, (_, index) => {
    const [a, b, c] = [makeWord(next, pick), makeWord(next, pick), makeWord(next, pick)];
    const title = `${pick(AREAS)}: ${a} ${pick(VERBS)} ${b} ${pick(NOUNS)} {sym} ${c}`;
    const id = `errors/e${index}`;
    return {
      id,
      kind: 'error',
      title: title.replace('{sym}', '…'),
      url: `${id}/`,
      signatures: [title, `{module}: ${b} ${pick(NOUNS)} failed with {ret}`],
    };
  });
  return { names: all, pages, errors };
}

type Pick = <T>(list: readonly T[]) => T;

function makeName(next: () => number, pick: Pick): [string, EntityKind] {
  const kind = next();
  const base = `${pick(AREAS)}_${pick(NOUNS)}`;
  if (kind < 0.55) return [`${pick(HEADS)}${pick(AREAS)}_${pick(VERBS)}_${pick(NOUNS)}${pick(TAILS)}`, 'function'];
  if (kind < 0.67) return [`${base}${pick(['', '_ops', '_info', '_state', '_desc'])}`, 'struct'];
  if (kind < 0.75) return [`${pick(NOUNS)}->${pick(AREAS)}_${pick(NOUNS)}`, 'field'];
  if (kind < 0.83) return [`CONFIG_${base}${pick(['', '_DEBUG', '_STATS'])}`.toUpperCase(), 'config'];
  if (kind < 0.9) return [`${base}_${pick(VERBS)}`.toUpperCase(), 'macro'];
  if (kind < 0.94) return [`${pick(['linux', 'net', 'asm', 'drm'])}/${base}.h`, 'header'];
  if (kind < 0.97) return [`drivers/${pick(AREAS)}/${base}.c`, 'source'];
  return [`/${pick(['proc', 'sys/kernel', 'sys/class'])}/${base}`, 'path'];
}

function makeWord(next: () => number, pick: Pick): string {
  const syllables = 2 + Math.floor(next() * 2);
  return Array.from({ length: syllables }, () => `${pick([...'bdfgklmnprstvz'])}${pick(VOWELS)}`).join('');
}
