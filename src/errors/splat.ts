/** What kind of report a block is; `warning` is a WARN_ON(), `oops` a fault or BUG(). */
export type SplatKind =
  | 'oops'
  | 'warning'
  | 'panic'
  | 'kasan'
  | 'kfence'
  | 'kcsan'
  | 'ubsan'
  | 'lockdep'
  | 'atomic'
  | 'hung-task'
  | 'lockup'
  | 'rcu-stall'
  | 'memory';

export interface TaintFlag {
  readonly flag: string;
  /** In words; ours. */
  readonly meaning: string;
}

/** A place in code as the kernel prints it: `leak+0xb/0x20 [section]`. */
export interface Frame {
  readonly symbol: string;
  readonly offset: string;
  readonly module?: string;
  /** True where the unwinder printed a question mark: an address on the stack, perhaps of an earlier call. */
  readonly isGuess: boolean;
}

/** One report of the kernel as a block. Lines count from 1, both ends belong to it. */
export interface Splat {
  readonly kind: SplatKind;
  /** The line that opens it, without time stamp. */
  readonly title: string;
  readonly line: number;
  readonly endLine: number;
  readonly cpu?: string;
  readonly pid?: string;
  readonly command?: string;
  /** `6.1.0-56-amd64` */
  readonly version?: string;
  /** True when the kernel says so, false when it says `Not tainted`, undefined when the line is not in the log. */
  readonly isTainted?: boolean;
  readonly taint: readonly TaintFlag[];
  /** `mm/slub.c:123` as WARN_ON() and BUG() tell it. */
  readonly place?: string;
  /** Where it happened: the instruction pointer. */
  readonly at?: Frame;
  /** Innermost first, at most `MAX_FRAMES`. */
  readonly trace: readonly Frame[];
  /** Modules that the block lists, those with taint flags of their own. */
  readonly taintingModules: readonly string[];
  /** The first module outside the core kernel that the block points at: a suspect, no proof. */
  readonly suspect?: string;
  /** What is wrong with the block itself: "the call trace is missing", "two reports are mixed". */
  readonly doubts: readonly string[];
}

export const MAX_FRAMES = 64;

// Letters from kernel/panic.c of 6.1 and 6.12 (equal in both); G stands where P does not.
const TAINTS: Readonly<Record<string, string>> = {
  P: 'a module with a proprietary licence was loaded',
  F: 'a module was forced in',
  S: 'the processor runs outside its specification',
  R: 'a module was forced out',
  M: 'the processor reported a machine check',
  B: 'a page had a bad state',
  U: 'user space asked for the mark',
  D: 'the kernel had an oops or BUG before',
  A: 'an ACPI table was replaced by the user',
  W: 'the kernel warned before',
  C: 'a staging driver was loaded',
  I: 'a firmware bug is worked around',
  O: 'a module from outside the kernel tree was loaded',
  E: 'an unsigned module was loaded',
  L: 'a soft lockup happened before',
  K: 'the kernel is live patched',
  X: 'a mark that the distribution defines',
  T: 'structures are laid out at random',
  N: 'an in-kernel test ran',
};

/** The flags of `Tainted: G    D W  OE` in words; `G` and unknown letters are left out. */
export function explainTaint(letters: string): TaintFlag[] {
  return [...letters].flatMap((flag) => {
    const meaning = TAINTS[flag];
    return meaning === undefined ? [] : [{ flag, meaning }];
  });
}
