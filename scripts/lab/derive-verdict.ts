import type { Release } from '../../src/model/entity.ts';
import type { SampleExpect } from '../../src/model/sample.ts';
import type { Outcome, SampleVerdict, VerdictStep } from '../../src/model/verdict.ts';
import { findBuildWarnings, findInOrder, findSplats, newTaint, ORDINARY_TAINT } from './judge-log.ts';
import { normaliseTranscript } from './normalise-transcript.ts';
import type { GuestStep } from './parse-guest-log.ts';

/** What a build left behind. */
export interface BuildResult {
  readonly exitCode: number;
  readonly output: readonly string[];
  /** Modules that were asked for and are not there. */
  readonly missing: readonly string[];
}

export interface SampleRun {
  readonly release: Release;
  readonly package: string;
  readonly expect: SampleExpect;
  readonly build: BuildResult;
  /** All steps of the sample, of both rounds; `undefined` when no guest was booted. */
  readonly steps: readonly GuestStep[] | undefined;
}

/** How often a sample is loaded and unloaded. */
export const ROUNDS = 2;

/**
 * The verdict of a sample on one release. A step fails when its command failed in any round, when a line that must be
 * seen was not, or when the kernel complained or was tainted in a way that the sample does not announce. Steps after a
 * failure are `not-run`, as is everything in a guest that never came that far.
 */
export function deriveVerdict(run: SampleRun): SampleVerdict {
  const notes: string[] = [];
  const lines: string[] = [];
  const outcomes: Record<VerdictStep, Outcome> = {
    build: 'pass',
    load: 'not-run',
    exercise: 'not-run',
    unload: 'not-run',
  };

  const complaint = judgeBuild(run.build);
  if (complaint !== undefined) {
    outcomes.build = 'fail';
    notes.push(complaint);
  } else if (run.steps !== undefined) {
    judgeGuest(run.expect, run.steps, outcomes, notes, lines);
  } else {
    notes.push('no guest was booted');
  }
  return {
    release: run.release,
    package: run.package,
    ...outcomes,
    notes: notes.map((line) => normaliseTranscript(line)).join('; '),
    lines: lines.map((line) => normaliseTranscript(line)),
  };
}

function judgeBuild(build: BuildResult): string | undefined {
  const warnings = findBuildWarnings(build.output);
  if (build.exitCode !== 0) return `make exited with ${build.exitCode}: ${warnings[0] ?? build.output.at(-1) ?? ''}`;
  if (warnings.length > 0) return `the build complained: ${warnings[0]}`;
  if (build.missing.length > 0) return `make was content but there is no ${build.missing.join(', ')}`;
  return undefined;
}

function judgeGuest(
  expect: SampleExpect,
  steps: readonly GuestStep[],
  outcomes: Record<VerdictStep, Outcome>,
  notes: string[],
  lines: string[],
): void {
  for (let round = 1; round <= ROUNDS; round++) {
    const ofRound = steps.filter((step) => step.round === round);
    for (const name of ['load', 'exercise', 'unload'] as const) {
      if (name === 'unload' && expect.stays !== undefined) {
        outcomes.unload = 'not-run';
        continue;
      }
      const step = ofRound.find((candidate) => candidate.step === name);
      const complaint = step === undefined ? 'the guest never came to it' : judgeStep(expect, step);
      if (complaint !== undefined) {
        outcomes[name] = 'fail';
        notes.push(`${name}, round ${round}: ${complaint}`);
        return;
      }
      outcomes[name] = 'pass';
      if (round === 1 && name === 'exercise') lines.push(...(step?.output ?? []).slice(0, 20));
    }
    const found = findInOrder(
      ofRound.flatMap((step) => step.log),
      expect.log,
      'piece',
    );
    if (found.missing !== undefined) {
      outcomes[expect.stays === undefined ? 'unload' : 'exercise'] = 'fail';
      notes.push(`round ${round}: the kernel log lacks "${found.missing}"`);
      return;
    }
    if (round === 1) lines.push(...found.lines);
    if (expect.stays !== undefined) {
      notes.push(expect.stays);
      return;
    }
  }
}

function judgeStep(expect: SampleExpect, step: GuestStep): string | undefined {
  if (step.exitCode === undefined)
    return `the guest stopped in it: ${step.log.find((line) => line.trim() !== '') ?? ''}`;
  const splat = findSplats(step.log)[0];
  if (splat !== undefined) return `the kernel complained: ${splat}`;
  const allowed = [...ORDINARY_TAINT, ...expect.taint];
  const taint = newTaint(step.taintBefore, step.taintAfter).filter((letter) => !allowed.includes(letter));
  if (taint.length > 0) return `the kernel was tainted: ${taint.join('')}`;
  if (step.exitCode !== 0) return `exit code ${step.exitCode}: ${step.output.at(-1) ?? ''}`;
  if (step.step !== 'exercise') return undefined;
  const found = findInOrder(step.output, expect.output, 'exact');
  return found.missing === undefined ? undefined : `the script did not print "${found.missing}"`;
}
