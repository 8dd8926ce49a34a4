import type { NormalLine } from './normalise-line.ts';
import { explainTaint, type Frame, MAX_FRAMES, type Splat, type SplatKind, type TaintFlag } from './splat.ts';

/**
 * Reads the reports of the kernel as blocks while lines pass by. Lines that carry the mark of a task or processor
 * (`[T123]`) are sorted by it, so that reports printed at the same time stay apart; without marks a mixture is only
 * noticed and said. A block ends at its end marker, at the next report or after some lines that do not belong to one.
 */
export class SplatReader {
  readonly #open = new Map<string, Draft>();
  readonly #done: Draft[] = [];

  /** True when no report is open, so that only a head is of interest. */
  get isIdle(): boolean {
    return this.#open.size === 0;
  }

  /** Takes the next line; true when it belongs to a block that is open, and is not the first of it. */
  push(lineNumber: number, line: NormalLine): boolean {
    if (this.#open.size === 0 && !RE_HEAD_HINT.test(line.text)) return false;
    const caller = line.caller ?? '';
    const draft = this.#open.get(caller);
    const kind = kindOfHead(line.text);
    if (kind !== undefined && !(draft !== undefined && isSameReport(draft, kind, lineNumber))) {
      if (draft !== undefined) this.#close(caller, draft, true);
      this.#start(caller, kind, lineNumber, line.text);
    } else if (draft !== undefined) {
      return this.#add(caller, draft, lineNumber, line.text);
    }
    return false;
  }

  /** All blocks in the order of their first lines; closes those still open as cut. */
  finish(): Splat[] {
    const open = [...this.#open.values()];
    return [...this.#done, ...open].sort((a, b) => a.line - b.line).map(toSplat);
  }

  #start(caller: string, kind: SplatKind, lineNumber: number, text: string): void {
    if (this.#done.length + this.#open.size >= MAX_SPLATS) return;
    const draft: Draft = {
      kind,
      title: text.slice(0, 300),
      line: lineNumber,
      endLine: lineNumber,
      taint: [],
      trace: [],
      taintingModules: [],
      isInTrace: false,
      hasTrace: false,
      hasEnd: false,
      hasListOfModules: false,
      isMixed: false,
      strangers: 0,
    };
    readFields(draft, text);
    this.#open.set(caller, draft);
  }

  #add(caller: string, draft: Draft, lineNumber: number, text: string): boolean {
    const belongs = readFields(draft, text);
    if (belongs) {
      draft.endLine = lineNumber;
      draft.strangers = 0;
      if (draft.hasEnd) this.#close(caller, draft, false);
    } else {
      draft.strangers += 1;
      if (draft.strangers > MAX_STRANGERS) this.#close(caller, draft, false);
    }
    return belongs;
  }

  #close(caller: string, draft: Draft, isByNext: boolean): void {
    if (isByNext && draft.isInTrace && !draft.hasEnd && draft.trace.length < 2) draft.isMixed = true;
    this.#open.delete(caller);
    this.#done.push(draft);
  }
}

interface Draft {
  readonly kind: SplatKind;
  readonly title: string;
  readonly line: number;
  endLine: number;
  cpu?: string;
  pid?: string;
  command?: string;
  version?: string;
  isTainted?: boolean;
  taint: readonly TaintFlag[];
  place?: string;
  at?: Frame;
  readonly trace: Frame[];
  readonly taintingModules: string[];
  isInTrace: boolean;
  hasTrace: boolean;
  hasEnd: boolean;
  hasListOfModules: boolean;
  isMixed: boolean;
  strangers: number;
}

const MAX_STRANGERS = 12;
const MAX_SPLATS = 500;
const SAME_REPORT_LINES = 12;
const RE_HEAD_HINT =
  /BUG|WARNING|Oops|panic|fault|(?:^(?:KASAN|NMI watchdog|int3|list_)|divide|Internal).*error|opcode|Unable|INFO|UBSAN|stall|oom-killer|failure|unreferenced|Call [Tt]race|segment/;
/** Words in lower case of which the head of every report has one. */
export const REPORT_WORDS: ReadonlySet<string> = new Set(
  'bug warning oops panic fault error opcode unable info ubsan kasan lockup killer failure unreferenced segment'.split(
    ' ',
  ),
);
const HEADS: readonly (readonly [SplatKind, RegExp])[] = [
  ['kasan', /^(?:BUG: )?KASAN: /],
  ['kfence', /^BUG: KFENCE: /],
  ['kcsan', /^BUG: K[CM]SAN: /],
  ['ubsan', /^UBSAN: /],
  [
    'lockdep',
    /^(?:\[ (?:BUG|INFO): .*\]$|WARNING: (?:possible (?:circular|recursive|irq)|inconsistent lock|bad unlock|lock held|held lock freed|HARDIRQ|SOFTIRQ|suspicious RCU|Nested lock)|INFO: (?:possible|trying to register|inconsistent|suspicious))/,
  ],
  [
    'atomic',
    /^BUG: (?:scheduling while atomic|sleeping function called|workqueue leaked|using (?:__this_cpu|smp_processor))/,
  ],
  ['lockup', /(?:^|watchdog: )(?:BUG: soft lockup|BUG: workqueue lockup|Watchdog detected hard LOCKUP|NMI watchdog: )/],
  ['rcu-stall', /^(?:rcu: )?INFO: rcu_/],
  ['hung-task', /^INFO: task \S.* blocked /],
  ['warning', /^WARNING: (?:CPU: |at )/],
  [
    'oops',
    /^(?:BUG: (?:kernel NULL|unable to handle|stack guard|TASK stack)|Oops|general protection fault|divide error|invalid opcode|stack segment|double fault|int3|traps: PANIC|kernel BUG at|Unable to handle kernel|Internal error)/,
  ],
  ['panic', /^Kernel panic - not syncing/],
  [
    'memory',
    /^(?:BUG: Bad (?:page|rss)|BUG: non-zero|BUG [\w-]+ \(|\S.* invoked oom-killer|\S.*: page allocation failure|unreferenced object 0x|list_(?:add|del) corruption)/,
  ],
];

const RE_CPU =
  /CPU: (\d+) (?:UID: \d+ )?PID: (\d+) Comm: (.{1,32}?) (?:Kdump: loaded )?(?:(Not tainted)|Tainted: ([A-Z](?: *[A-Z])*)) +(\d\S*)/;
const RE_PID_AT = /CPU: (\d+) PID: (\d+) at (\S+:\d+)/;
const RE_BUG_AT = /^kernel BUG at (\S+?:\d+)!?$/;
const RE_FRAME = /(\? )?([A-Za-z_][\w.$]*)\+(0x[0-9a-f]+)\/0x[0-9a-f]+(?: \[([\w-]+)[^\]]*\])?/;
const RE_POINTER = /^(?:RIP: (?:0010:)?|pc : |EIP: |PC is at |epc : |NIP )/;
const RE_USER_POINTER = /^RIP: 0033:/;
const RE_TRACE = /^(?:Call [Tt]race:|Backtrace:|stack backtrace:|Stack traceback|Workqueue: |Hardware name: )/;
const RE_MODULES = /^Modules linked in:(.*)$/;
const RE_MODULE_WITH_FLAGS = /([\w-]+)\(([A-Z]+)[+-]?\)/g;
const RE_END = /^---\[ end (?:trace|Kernel panic)/;
const RE_PART =
  /^(?:#PF: |PGD |PG[DPM] |R(?:SP|AX|DX|IP|BP|\d\d)\b|E(?:AX|SP|IP)|Code: |CR2|FS: |CS: |DR\d|PKRU|Call |<\/?(?:TASK|IRQ|NMI|SOFTIRQ|EOI)>|Modules linked|Hardware name|Workqueue|CPU: |Oops|Tainted: |x\d+ ?:|sp :|lr :|pstate|Mem abort|ESR|EC =|SET =|EA =|FSC =|Data abort|ISV|CM =|swapper|\[[0-9a-f]{8,}\]|=+$|-+$|Read of size|Write of size|Allocated by|Freed by|The buggy|Memory state|page:|raw:|flags:|>?[0-9a-f]{8,}:|\^|in_atomic|preempt_count|RCU nest|irq event|(?:hard|soft)irqs last|\d+ locks? held|#\d+: |other info|stack backtrace|the existing|but task|which lock|Possible|CPU0|---+|lock\(|\*\*\* DEADLOCK|-> #|task:|Not tainted|"echo 0|INFO: lockdep|kernel BUG|invalid opcode|refcount_t:|note: |Kernel Offset|Mem-Info|Node |Tasks state|oom-kill:|Out of memory|rcu:|\(detected|Sending NMI|NMI backtrace|index |shift |load of|member access|signed integer|addr |cpu |is trying|is freeing|may have|hex dump|backtrace|comm |preemption|Last |last )/;

function kindOfHead(text: string): SplatKind | undefined {
  return HEADS.find(([, pattern]) => pattern.test(text))?.[0];
}

/** `Oops: 0002` after `BUG: unable to handle …` is the same report, `Kernel panic` after an end is not. */
function isSameReport(draft: Draft, kind: SplatKind, lineNumber: number): boolean {
  if (lineNumber - draft.line > SAME_REPORT_LINES || draft.hasTrace) return false;
  if (kind === 'oops') return draft.kind === 'oops' || draft.kind === 'memory' || draft.kind === 'kasan';
  return kind === draft.kind && kind === 'lockdep';
}

function readFields(draft: Draft, text: string): boolean {
  if (RE_END.test(text)) return (draft.hasEnd = true);
  const modules = RE_MODULES.exec(text);
  if (modules !== null) {
    draft.hasListOfModules = true;
    for (const [, name] of (modules[1] ?? '').matchAll(RE_MODULE_WITH_FLAGS))
      if (name !== undefined) draft.taintingModules.push(name);
    return true;
  }
  if (readOrigin(draft, text)) return true;
  if (RE_USER_POINTER.test(text)) return true;
  if (RE_POINTER.test(text)) {
    const frame = readFrame(text);
    if (frame !== undefined) draft.at ??= frame;
    return true;
  }
  if (RE_TRACE.test(text)) {
    if (/^(?:Call|Backtrace|stack b)/.test(text)) draft.isInTrace = draft.hasTrace = true;
    return true;
  }
  const frame = draft.isInTrace ? readFrame(text) : undefined;
  if (frame !== undefined) {
    if (draft.trace.length < MAX_FRAMES) draft.trace.push(frame);
    return true;
  }
  return RE_PART.test(text);
}

function readOrigin(draft: Draft, text: string): boolean {
  const at = RE_PID_AT.exec(text);
  if (at !== null) {
    draft.cpu ??= at[1] ?? '';
    draft.pid ??= at[2] ?? '';
    draft.place ??= at[3] ?? '';
    const frame = readFrame(text);
    if (frame !== undefined) draft.at ??= frame;
    return true;
  }
  const bug = RE_BUG_AT.exec(text);
  if (bug?.[1] !== undefined) {
    draft.place ??= bug[1];
    return true;
  }
  const cpu = RE_CPU.exec(text);
  if (cpu === null) return false;
  if (draft.pid !== undefined && draft.pid !== cpu[2]) draft.isMixed = true;
  draft.cpu ??= cpu[1] ?? '';
  draft.pid ??= cpu[2] ?? '';
  draft.command ??= cpu[3] ?? '';
  draft.isTainted ??= cpu[4] === undefined;
  if (draft.taint.length === 0) draft.taint = explainTaint(cpu[5] ?? '');
  draft.version ??= cpu[6] ?? '';
  return true;
}

function readFrame(text: string): Frame | undefined {
  const match = RE_FRAME.exec(text);
  if (match === null) return undefined;
  const [, guess, symbol = '', offset = '', module] = match;
  return { symbol, offset, ...(module === undefined ? {} : { module }), isGuess: guess !== undefined };
}

function toSplat(draft: Draft): Splat {
  const { kind, title, line, endLine, cpu, pid, command, version, isTainted, taint, place, at, trace } = draft;
  const suspect = [at, ...trace.filter((frame) => !frame.isGuess)].find((frame) => frame?.module !== undefined)?.module;
  return {
    kind,
    title,
    line,
    endLine,
    ...(cpu === undefined ? {} : { cpu }),
    ...(pid === undefined ? {} : { pid }),
    ...(command === undefined ? {} : { command }),
    ...(version === undefined ? {} : { version }),
    ...(isTainted === undefined ? {} : { isTainted }),
    taint,
    ...(place === undefined ? {} : { place }),
    ...(at === undefined ? {} : { at }),
    trace,
    taintingModules: [...new Set(draft.taintingModules)],
    ...(suspect === undefined ? {} : { suspect }),
    doubts: doubtsOf(draft),
  };
}

function doubtsOf(draft: Draft): string[] {
  const doubts: string[] = [];
  if (draft.isMixed)
    doubts.push(
      'Lines of another report stand between its lines; order by task or processor before you trust the trace.',
    );
  if (!draft.hasTrace) doubts.push('There is no call trace: the block is cut, or the console showed only its head.');
  else if (draft.trace.length === 0) doubts.push('The call trace is empty.');
  if ((draft.kind === 'oops' || draft.kind === 'warning') && draft.hasTrace && !draft.hasEnd) {
    doubts.push('The end marker is missing: lines may be lost.');
  }
  return doubts;
}
