/**
 * The guest's console, read back. The guest prints one marker a step and prefixes what belongs to it, so that lines which
 * the kernel itself writes to the console (a panic) are told apart:
 *
 *     @@STEP <case> <round> <step>
 *     | a line that the command printed
 *     # a line of the kernel log
 *     @@DONE <exit code> <taint before> <taint after>
 *     @@END
 */

/** One command that the guest ran. */
export interface GuestStep {
  readonly name: string;
  readonly round: number;
  readonly step: string;
  /** `undefined` when the guest stopped before the command came back. */
  readonly exitCode?: number | undefined;
  readonly taintBefore: number;
  readonly taintAfter: number;
  readonly output: readonly string[];
  /** Kernel log of the step; what the kernel wrote to the console itself where the step never came back. */
  readonly log: readonly string[];
}

export interface GuestLog {
  readonly steps: readonly GuestStep[];
  /** Whether the end marker came: otherwise the guest crashed, hung or was stopped. */
  readonly isComplete: boolean;
}

/** Reads what a guest wrote to its console. Lines outside of steps (the firmware, the boot) are left out. */
export function parseGuestLog(text: string): GuestLog {
  const steps: GuestStep[] = [];
  let open: OpenStep | undefined;
  let isComplete = false;
  for (const line of text.split(/\r*\n/)) {
    const start = /^@@STEP (\S+) (\d+) (\S+)$/.exec(line);
    const done = /^@@DONE (\d+) (\d+) (\d+)$/.exec(line);
    if (start !== null) {
      if (open !== undefined) steps.push(cutShort(open));
      open = { name: start[1] ?? '', round: Number(start[2]), step: start[3] ?? '', output: [], log: [], console: [] };
    } else if (open === undefined) {
      isComplete ||= line === '@@END';
    } else if (done !== null) {
      const { console: _, ...rest } = open;
      steps.push({ ...rest, exitCode: Number(done[1]), taintBefore: Number(done[2]), taintAfter: Number(done[3]) });
      open = undefined;
    } else if (line.startsWith('| ')) open.output.push(line.slice(2));
    else if (line.startsWith('# ')) open.log.push(line.slice(2));
    else if (line.trim() !== '') open.console.push(line);
  }
  if (open !== undefined) steps.push(cutShort(open));
  return { steps, isComplete };
}

interface OpenStep {
  readonly name: string;
  readonly round: number;
  readonly step: string;
  readonly output: string[];
  readonly log: string[];
  readonly console: string[];
}

function cutShort({ console: lines, ...step }: OpenStep): GuestStep {
  return { ...step, log: [...step.log, ...lines], taintBefore: 0, taintAfter: 0 };
}
