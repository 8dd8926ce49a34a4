import type { Release } from '../../src/model/entity.ts';
import type { ErrorRun } from '../../src/model/verdict.ts';
import { seesAll } from './judge-log.ts';
import type { ReproCase } from './read-cases.ts';

/** What one variant of a reproduction printed. */
export interface VariantResult {
  /** Of the build, or of the guest's command when the stage is `load`; `undefined` when it never came back. */
  readonly exitCode?: number | undefined;
  readonly command: string;
  readonly output: readonly string[];
  /** Modules that should be there and are not. */
  readonly missing: readonly string[];
  /** The guest ran out of time before it came to this variant, which therefore shows nothing. */
  readonly isOverdue?: boolean;
}

/** Lines of a transcript that are kept. */
const TRANSCRIPT_LIMIT = 60;
/** Said once a boot, of whichever module is the first: no part of a case that is not about it. */
const RE_FIRST_LOAD =
  /^\S+: (?:loading out-of-tree module taints kernel\.|module verification failed: signature and\/or required key missing - tainting kernel)$/;

/**
 * The record of one reproduction on one release. The message counts as gone only when the fixed variant also worked: it
 * ended with exit code 0 and every module was there, so that a fix which breaks something else earlier proves nothing.
 */
export function deriveErrorRun(
  { name, repro }: ReproCase,
  release: Release,
  packageName: string,
  broken: VariantResult,
  fixed: VariantResult | undefined,
  debugConfig?: string,
): ErrorRun {
  const expected = repro.releases[release] ?? 'absent';
  const seenBefore = seesAll(broken.output, repro.message);
  const isGone =
    fixed !== undefined && fixed.exitCode === 0 && fixed.missing.length === 0 && !seesAny(fixed.output, repro.message);
  return {
    release,
    package: packageName,
    ...(debugConfig === undefined ? {} : { debugConfig }),
    case: name,
    ...(repro.cause === undefined ? {} : { cause: repro.cause }),
    stage: repro.stage,
    message: repro.message,
    expected,
    seenBefore,
    ...(fixed === undefined ? {} : { goneAfter: isGone }),
    fixedIn: 'same',
    synthetic: repro.synthetic,
    commands: [broken.command],
    transcript: shorten(broken.output, repro.message),
    fix: repro.fix,
    transcriptAfter: fixed === undefined ? '' : shorten(fixed.output, []),
  };
}

function seesAny(lines: readonly string[], pieces: readonly string[]): boolean {
  return pieces.some((piece) => seesAll(lines, [piece]));
}

/** The head of a long output, and wherever the message stands in the rest; without what the boot says of its first module. */
function shorten(output: readonly string[], pieces: readonly string[]): string {
  const lines = output.filter((line) => !RE_FIRST_LOAD.test(line) || seesAny([line], pieces));
  if (lines.length <= TRANSCRIPT_LIMIT) return lines.join('\n');
  const kept = lines.filter((line, index) => index < TRANSCRIPT_LIMIT || seesAny([line], pieces));
  return [...kept, `… ${lines.length - kept.length} more lines`].join('\n');
}
