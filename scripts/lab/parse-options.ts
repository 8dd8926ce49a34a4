import { parseArgs } from 'node:util';
import { RELEASES, type Release } from '../../src/model/entity.ts';

export interface LabOptions {
  /** Names of samples and errors to run; empty means all. */
  readonly only: readonly string[];
  readonly releases: readonly Release[];
  /** Run only what has no verdict for its present hash. */
  readonly isChangedOnly: boolean;
  readonly isListOnly: boolean;
  /** Leave what was built where it is. */
  readonly isKept: boolean;
  /** How many builds or guests may run at a time. */
  readonly jobs: number;
  /** Minutes after which nothing new is begun; what is left then counts as failed. */
  readonly limitMinutes: number | undefined;
  /** Build the kernel with debugging options, where it is not in the cache, before anything is run. */
  readonly buildsDebugKernel: boolean;
  /** Show that what is broken on purpose turns red, and that the running system stays as it is. */
  readonly isSelfTest: boolean;
}

/** Three samples and three errors that touch every part of the lab: build, guest, programs, two modules, both releases. */
export const SMOKE: readonly string[] = [
  'hello',
  'char-device',
  'kfifo',
  'class-create-one-argument',
  'load-unknown-symbol',
  'modpost-missing-license',
];

export const USAGE = `Usage: npm run lab -- [--only NAME]… [--smoke] [--kernel RELEASE]… [--changed] [--list] [--keep] [--jobs N]
                     [--minutes N] [--debug-kernel] [--self-test]
  --only NAME     a sample, an error, "samples" or "errors"; may be repeated
  --smoke         three samples and three errors, always the same
  --kernel 6.12   one release only
  --changed       only what has changed since its verdict was recorded
  --list          say what there is and whether its verdict is up to date
  --keep          keep what was built, in .cache/lab
  --jobs N        builds and guests at a time, 1 unless told
  --minutes N     begin nothing new after N minutes; what is left then counts as failed
  --debug-kernel  build the kernel that watches locks and memory, once; without it what needs it is left out
  --self-test     show that a broken sample and a broken error turn red, and that the running system stays as it is`;

/** Reads the command line. Throws an `Error` that says what is wrong, with the usage. */
export function parseOptions(args: readonly string[]): LabOptions {
  let values: {
    only?: string[];
    smoke?: boolean;
    kernel?: string[];
    changed?: boolean;
    list?: boolean;
    keep?: boolean;
    jobs?: string;
    minutes?: string;
    'debug-kernel'?: boolean;
    'self-test'?: boolean;
  };
  try {
    ({ values } = parseArgs({
      args: [...args],
      options: {
        only: { type: 'string', multiple: true },
        smoke: { type: 'boolean' },
        kernel: { type: 'string', multiple: true },
        changed: { type: 'boolean' },
        list: { type: 'boolean' },
        keep: { type: 'boolean' },
        jobs: { type: 'string' },
        minutes: { type: 'string' },
        'debug-kernel': { type: 'boolean' },
        'self-test': { type: 'boolean' },
      },
    }));
  } catch (cause) {
    throw new Error(`${cause instanceof Error ? cause.message : cause}\n${USAGE}`, { cause });
  }
  const wanted = values.kernel ?? [...RELEASES];
  const unknown = wanted.find((release) => !(RELEASES as readonly string[]).includes(release));
  if (unknown !== undefined) throw new Error(`No release ${unknown}, expected one of ${RELEASES.join(', ')}\n${USAGE}`);
  return {
    only: [...(values.only ?? []), ...(values.smoke === true ? SMOKE : [])],
    releases: RELEASES.filter((release) => wanted.includes(release)),
    isChangedOnly: values.changed ?? false,
    isListOnly: values.list ?? false,
    isKept: values.keep ?? false,
    jobs: readCount('jobs', values.jobs) ?? 1,
    limitMinutes: readCount('minutes', values.minutes),
    buildsDebugKernel: values['debug-kernel'] ?? false,
    isSelfTest: values['self-test'] ?? false,
  };
}

function readCount(option: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^[1-9]\d{0,3}$/.test(text)) throw new Error(`--${option} wants a number from 1, not "${text}"\n${USAGE}`);
  return Number(text);
}
