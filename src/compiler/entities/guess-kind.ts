import type { EntityKind } from '../../model/entity.ts';
import { isAllCapitals } from './characters.ts';

/** Verbs of kernel function names: a name that holds one is called, not stored. */
const VERBS: ReadonlySet<string> = new Set(
  `get set put alloc allocate free init initialize initialise exit register unregister add del delete remove create destroy read write open close lock unlock trylock wait wake
  enqueue dequeue map unmap request release enable disable start stop send recv receive rcv xmit transmit handle do process submit complete schedule probe attach detach
  bind unbind load unload find lookup insert erase copy move show store print printk dump check test clear is has can try to from for update sync flush reset resume suspend setup
  teardown connect accept listen poll select notify call run fork exec clone kill mount umount walk scan fill drain commit abort begin end enter leave return
  parse hash search match merge split clean grab drop hold pin unpin charge uncharge reclaim invalidate prepare finish new build make install attach replace iterate
  dereference assign convert encode decode encrypt decrypt verify sign seed wakeup sleep yield preempt acquire reserve ioctl irq isr intr ret tick reap emit push pop peek append link unlink rename truncate
  account fault access validate calc calculate compute measure sample report dispatch route forward queue kick ack nack poke shrink grow expand extend resize evict migrate balance`
    .trim()
    .split(/\s+/u),
);

/** Last parts of names of structures. */
const STRUCT_ENDS: ReadonlySet<string> = new Set(
  `struct ops operations info desc descriptor ctx context attr attribute attributes driver device data head node params buf buff cfg config class id entry
  area space block inode file group cache pool dev sock skb iter ref args stats state private priv request bio fence adapter client hdr header vec`
    .trim()
    .split(/\s+/u),
);

/** Of these last parts, longer names are functions more often than anything else (counted in the inventory of 6.1 and 6.12). */
const SHORT_ENDS: ReadonlySet<string> = new Set(
  `timeout done time count flags size limit pages enabled delay period ns us bytes threshold bitmap counter interval jiffies max level skb inode bio driver iter
  file space device cache adapter group`
    .trim()
    .split(/\s+/u),
);

/** What stands before `lock` in the name of a function that locks. */
const LOCKERS: ReadonlySet<string> = new Set(
  'spin mutex read write raw rt bit ww seq try down rcu local spinlock sock inode page folio bh irq device task'.split(
    ' ',
  ),
);

/** Last parts of names of variables. */
const VARIABLE_ENDS: ReadonlySet<string> = new Set(
  `lock mutex sem list mask count flags loglevel jiffies table array bitmap workqueue wq map counter idr ida fops enabled level size max min limit threshold ratio time timeout done 64 ms us ns sec secs bytes kb mb pages pct percent factor interval period delay`
    .trim()
    .split(/\s+/u),
);

/** Of the verbs those that stand in names of variables and attributes as often. */
const WEAK_VERBS: ReadonlySet<string> = new Set(
  'to from for is has can try end hash sign seed sample measure tick link move map'.split(' '),
);

/** Last parts of names of what is counted, measured or set. */
const MEASURED_ENDS: ReadonlySet<string> = new Set(
  'index input label usec nsec cnt rpm mw mdb hyst num nr id name type mode state value val raw offset scale rate freq len addr ptr hz khz mhz'.split(
    ' ',
  ),
);

/** A verb of functions in a name that does not end as attributes and statistics do: what it names is called. */
export function isCalledByName(name: string): boolean {
  if (isAllCapitals(name) || name.endsWith('_t')) return true;
  const parts = name.split('_').filter((part) => part !== '');
  const last = parts.at(-1) ?? '';
  if (parts.length > 1 && (VARIABLE_ENDS.has(last) || MEASURED_ENDS.has(last)) && !VERBS.has(last)) return false;
  if (parts.slice(1, -1).includes('to')) return true;
  return parts.some((part, index) => VERBS.has(part) && (!WEAK_VERBS.has(part) || index === parts.length - 1));
}

/**
 * Kind that the letters of a name suggest, where nobody says it and no inventory knows it: capitals a macro, `_t` a type, a verb a function,
 * else by its last part; a function when in doubt.
 */
export function guessKind(name: string): EntityKind {
  if (isAllCapitals(name)) return 'macro';
  if (name.endsWith('_t')) return 'type';
  const parts = name.split('_').filter((part) => part !== '');
  const last = parts.at(-1) ?? '';
  if (last === 'lock' && parts.length > 1) return LOCKERS.has(parts.at(-2) ?? '') ? 'function' : 'variable';
  const hasVerb = parts.some(
    (part, index) => VERBS.has(part) && !(index === parts.length - 1 && parts.length > 1 && VARIABLE_ENDS.has(part)),
  );
  if (hasVerb) return 'function';
  if (parts.length > 2 && SHORT_ENDS.has(last)) return 'function';
  if (VARIABLE_ENDS.has(last)) return 'variable';
  // `pci_device_id`, but `prog_id`.
  if (last === 'id') return parts.at(-2) === 'device' ? 'struct' : 'variable';
  return STRUCT_ENDS.has(last) ? 'struct' : 'function';
}
