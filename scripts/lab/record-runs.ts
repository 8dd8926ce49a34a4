import { hashFolder } from '../../src/astro/hash-folder.ts';
import type { Release } from '../../src/model/entity.ts';
import {
  type ErrorRun,
  errorVerdictsSchema,
  isRunAsExpected,
  isVerdictGreen,
  proofOf,
  sampleVerdictsSchema,
  VERDICT_STEPS,
} from '../../src/model/verdict.ts';
import { hashHarness } from './hash-harness.ts';
import { mergeRuns, readVerdicts, writeVerdicts } from './keep-verdicts.ts';
import { errorFile, fixturesDir, reproDir, sampleFile } from './places.ts';
import type { ReproCase, SampleCase } from './read-cases.ts';
import { canRun, runErrors } from './run-errors.ts';
import { runPool } from './run-pool.ts';
import { type Bench, runSamples } from './run-samples.ts';

/** Destructive errors that are recorded together. */
const ALONE_TOGETHER = 6;

/** Runs samples on one release and writes their verdicts; returns how many are not green or came too late to be begun. */
export async function runAndKeepSamples(bench: Bench, samples: readonly SampleCase[]): Promise<number> {
  if (samples.length === 0) return 0;
  if (bench.isOver()) return leaveOut(bench, samples.length, 'samples');
  // Of the files as they are read, not as they may be when the run is over.
  const hashes = samples.map(({ dir }) => hashFolder(dir));
  const verdicts = await runSamples(bench, samples);
  let failures = 0;
  for (const [index, sample] of samples.entries()) {
    const verdict = verdicts[index];
    const hash = hashes[index];
    if (verdict === undefined || hash === undefined) continue;
    const file = sampleFile(sample.name);
    const old = readVerdicts(file, sampleVerdictsSchema);
    const harness = hashHarness();
    const kept = old?.hash === hash && old.harness === harness ? old.verdicts : [];
    const merged = mergeRuns(kept, [verdict], ({ release }) => release);
    writeVerdicts(file, { version: 1, sample: sample.name, hash, harness, verdicts: merged });
    if (!isVerdictGreen(verdict)) failures++;
    const steps = VERDICT_STEPS.map((step) => `${step} ${verdict[step]}`).join(', ');
    console.log(`${bench.release} sample ${sample.name}: ${steps}${verdict.notes === '' ? '' : ` (${verdict.notes})`}`);
  }
  return failures;
}

/**
 * Errors are recorded as soon as they are done, so that a run that is cut short keeps what it has: first those that only
 * build, one by one, then those that share guests, at last the destructive ones, which have guests of their own; a few of
 * these together, so that their mended variants share a guest.
 * Returns how many runs are not as expected, with the errors that came too late to be begun.
 */
export async function runAndKeepErrors(
  bench: Bench,
  repros: ReadonlyMap<string, readonly ReproCase[]>,
): Promise<number> {
  const wanted = [...repros].filter(([, cases]) => cases.some((item) => canRun(bench, item)));
  const kindOf = (cases: readonly ReproCase[]) => {
    if (cases.some(({ repro }) => repro.destructive)) return 'alone';
    return cases.every(({ repro }) => repro.stage === 'build') ? 'build' : 'shared';
  };
  const kinds = Map.groupBy(wanted, ([, cases]) => kindOf(cases));
  const groups = [
    ...(kinds.get('build') ?? []).map((group) => [group]),
    kinds.get('shared') ?? [],
    ...chunk(kinds.get('alone') ?? [], ALONE_TOGETHER),
  ].filter((group) => group.length > 0);
  const failures = await runPool(groups, bench.jobs, async (group) => {
    if (bench.isOver()) return leaveOut(bench, group.length, group.map(([slug]) => slug).join(', '));
    const hashes = new Map(group.map(([slug]) => [slug, hashFolder(reproDir(slug)) ?? '']));
    const runs = await runErrors(
      // Groups share the width among them.
      groups.length > 1 ? { ...bench, jobs: 1 } : bench,
      group.flatMap(([, cases]) => cases),
      fixturesDir(),
    );
    const overdue = runs.filter(({ run }) => run === undefined);
    for (const { error } of overdue)
      console.log(`${bench.release} error ${error}: not checked, its guest ran out of time — NOT AS EXPECTED`);
    return group
      .map(([slug]) =>
        keepErrorRuns(
          bench.release,
          slug,
          hashes.get(slug) ?? '',
          runs.flatMap(({ error, run }) => (error === slug && run !== undefined ? [run] : [])),
        ),
      )
      .reduce((sum, count) => sum + count, overdue.length);
  });
  return failures.reduce((sum, count) => sum + count, 0);
}

function chunk<Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}

function leaveOut(bench: Bench, count: number, what: string): number {
  bench.report(`${bench.release} ${what}: not begun, the time is over`);
  return count;
}

/** Writes the runs of an error on one release beside those of others; returns how many are not as expected. */
function keepErrorRuns(release: Release, slug: string, hash: string, made: readonly ErrorRun[]): number {
  if (made.length === 0) return 0;
  const file = errorFile(slug);
  const old = readVerdicts(file, errorVerdictsSchema);
  const harness = hashHarness();
  const kept = old?.hash === hash && old.harness === harness ? old.runs : [];
  const runs = mergeRuns(kept, made, (run) => `${run.release} ${run.case}`);
  writeVerdicts(file, { version: 1, error: slug, hash, harness, runs });
  for (const run of made) {
    const seen = run.seenBefore ? 'printed' : 'not printed';
    const gone = run.goneAfter === undefined ? '' : run.goneAfter ? ', gone after the fix' : ', NOT gone after the fix';
    console.log(
      `${release} error ${slug}/${run.case}: ${seen}${gone}${isRunAsExpected(run) ? '' : ' — NOT AS EXPECTED'}`,
    );
  }
  console.log(`${release} error ${slug}: ${proofOf(runs)}`);
  return made.filter((run) => !isRunAsExpected(run)).length;
}
