import { z } from 'zod';
import { RELEASES } from './entity.ts';

/**
 * What the lab saw when it built, loaded and tried a sample or an error on one kernel release.
 *
 * A verdict is a record of runs, never an opinion: the lab writes it, `src/content/verdicts/` keeps it, and how far an
 * error is proven is derived from it. "Not run" is told from "fails" everywhere.
 */

const hashSchema = z.string().regex(/^[0-9a-f]{16}$/);

/** `not-run` means that nobody looked; it never stands for a failure. */
export const outcomeSchema = z.enum(['pass', 'fail', 'not-run']);
export type Outcome = z.infer<typeof outcomeSchema>;

/** The four steps of a sample's run, in the order in which the lab takes them. */
export const VERDICT_STEPS = ['build', 'load', 'exercise', 'unload'] as const;
export type VerdictStep = (typeof VERDICT_STEPS)[number];

export const sampleVerdictSchema = z
  .object({
    release: z.enum(RELEASES),
    /** Package and version whose kernel was booted, e.g. `linux-image-6.1.0-56-amd64 6.1.192-2`. */
    package: z.string().min(1),
    build: outcomeSchema,
    load: outcomeSchema,
    exercise: outcomeSchema,
    unload: outcomeSchema,
    /** What a reader must know: the reason of a failure, or of a step that was not run. Empty when all passed. */
    notes: z.string(),
    /** The lines that matter, of the kernel log and of the exercise script, machine-specific parts replaced. */
    lines: z.array(z.string()).default([]),
  })
  .readonly();
export type SampleVerdict = z.infer<typeof sampleVerdictSchema>;

/** `src/content/verdicts/samples/<name>.json` */
export const sampleVerdictsSchema = z
  .object({
    version: z.literal(1),
    sample: z.string().min(1),
    /** Of the sample's files without its prose. The verdict is out of date exactly when this or `harness` changes. */
    hash: hashSchema,
    /** Of what the lab hands out and how it judges; see `scripts/lab/hash-harness.ts`. */
    harness: hashSchema,
    verdicts: z.array(sampleVerdictSchema),
  })
  .readonly();
export type SampleVerdicts = z.infer<typeof sampleVerdictsSchema>;

export const errorRunSchema = z
  .object({
    release: z.enum(RELEASES),
    /** Package and version that was built against or booted, e.g. `linux-headers-6.1.0-56-amd64 6.1.192-2`. */
    package: z.string().min(1),
    /** Hash of the configuration, where the lab's own kernel with debugging options was built and booted instead of Debian's. */
    debugConfig: hashSchema.optional(),
    /** Name of the reproduction inside `repro/`, e.g. `missing-export`. */
    case: z.string().min(1),
    /** `id` of the cause in the error's entry that this run shows and fixes. */
    cause: z.string().optional(),
    stage: z.enum(['build', 'load']),
    /** The lines by which the message is known, as the reproduction states them. */
    message: z.array(z.string().min(1)).min(1),
    /** Whether the reproduction says that this release prints the message. */
    expected: z.enum(['printed', 'absent']),
    /** Whether the run as given printed the message. */
    seenBefore: z.boolean(),
    /** Whether the message was gone once the fix was applied and the fixed case worked; absent: the fix was not run. */
    goneAfter: z.boolean().optional(),
    /** Where the fix was shown: on the failing case itself, or on a module that is like it. */
    fixedIn: z.enum(['same', 'other']).default('same'),
    /** The input was doctored (a file written by hand that a tool would have written). */
    synthetic: z.boolean().default(false),
    /** What was typed, machine-specific parts replaced. */
    commands: z.array(z.string()).default([]),
    /** What was printed, machine-specific parts replaced by `<build>`, `<kdir>`, `<addr>` and the like. */
    transcript: z.string(),
    /** What the fix is, in one line. */
    fix: z.string().optional(),
    /** What the fixed case printed, shortened; empty when it was silent. */
    transcriptAfter: z.string().default(''),
  })
  .readonly();
export type ErrorRun = z.infer<typeof errorRunSchema>;

/** `src/content/verdicts/errors/<slug>.json` */
export const errorVerdictsSchema = z
  .object({
    version: z.literal(1),
    error: z.string().min(1),
    /** Of the files below `repro/`. */
    hash: hashSchema,
    harness: hashSchema,
    runs: z.array(errorRunSchema),
  })
  .readonly();
export type ErrorVerdicts = z.infer<typeof errorVerdictsSchema>;

/** How far an error is shown. */
export type Proof = 'proven' | 'analogous' | 'none';

/**
 * The proof that recorded runs give: `proven` when at least one run printed the message on its own case and no longer
 * printed it after the fix; `analogous` when that was only shown with a doctored input or on another module; else
 * `none`, also for an empty list. Runs of a release that is expected to be silent prove nothing by themselves.
 */
export function proofOf(runs: readonly ErrorRun[]): Proof {
  const fixed = runs.filter((run) => run.expected === 'printed' && run.seenBefore && run.goneAfter === true);
  if (fixed.some((run) => !run.synthetic && run.fixedIn === 'same')) return 'proven';
  return fixed.length > 0 ? 'analogous' : 'none';
}

/** Whether a run showed what its reproduction promises; a fix that was not run breaks no promise. */
export function isRunAsExpected(run: ErrorRun): boolean {
  if (run.expected === 'absent') return !run.seenBefore;
  return run.seenBefore && run.goneAfter !== false;
}

/** Whether no step of a verdict failed; steps that were not run fail nothing. */
export function isVerdictGreen(verdict: SampleVerdict): boolean {
  return VERDICT_STEPS.every((step) => verdict[step] !== 'fail');
}
