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
import { hashCase } from './hash-case.ts';
import { mergeByRelease, readVerdicts, writeVerdicts } from './keep-verdicts.ts';
import { errorFile, FIXTURES_DIR, reproDir, sampleFile } from './places.ts';
import type { ReproCase, SampleCase } from './read-cases.ts';
import { runErrors } from './run-errors.ts';
import { type Bench, runSamples } from './run-samples.ts';

/** Runs samples on one release and writes their verdicts; returns how many are not green. */
export async function runAndKeepSamples(bench: Bench, samples: readonly SampleCase[]): Promise<number> {
  if (samples.length === 0) return 0;
  // Of the files as they are read, not as they may be when the run is over.
  const hashes = samples.map(({ dir }) => hashCase(dir));
  const verdicts = await runSamples(bench, samples);
  let failures = 0;
  for (const [index, sample] of samples.entries()) {
    const verdict = verdicts[index];
    const hash = hashes[index];
    if (verdict === undefined || hash === undefined) continue;
    const file = sampleFile(sample.name);
    const old = readVerdicts(file, sampleVerdictsSchema);
    const kept = old?.hash === hash ? old.verdicts : [];
    writeVerdicts(file, { version: 1, sample: sample.name, hash, verdicts: mergeByRelease(kept, [verdict]) });
    if (!isVerdictGreen(verdict)) failures++;
    const steps = VERDICT_STEPS.map((step) => `${step} ${verdict[step]}`).join(', ');
    console.log(`${bench.release} sample ${sample.name}: ${steps}${verdict.notes === '' ? '' : ` (${verdict.notes})`}`);
  }
  return failures;
}

/**
 * Errors are recorded as soon as they are done, so that a run that is cut short keeps what it has: first those that only
 * build, one by one, then those that share guests, at last the destructive ones, which have guests of their own.
 * Returns how many runs are not as expected.
 */
export async function runAndKeepErrors(
  bench: Bench,
  repros: ReadonlyMap<string, readonly ReproCase[]>,
): Promise<number> {
  const kindOf = (cases: readonly ReproCase[]) => {
    if (cases.some(({ repro }) => repro.destructive)) return 'alone';
    return cases.every(({ repro }) => repro.stage === 'build') ? 'build' : 'shared';
  };
  const kinds = Map.groupBy([...repros.keys()], (slug) => kindOf(repros.get(slug) ?? []));
  const groups = [
    ...(kinds.get('build') ?? []).map((slug) => [slug]),
    kinds.get('shared') ?? [],
    ...(kinds.get('alone') ?? []).map((slug) => [slug]),
  ];
  let failures = 0;
  for (const slugs of groups) {
    const hashes = new Map(slugs.map((slug) => [slug, hashCase(reproDir(slug))]));
    const runs = await runErrors(
      bench,
      slugs.flatMap((slug) => repros.get(slug) ?? []),
      FIXTURES_DIR,
    );
    for (const slug of slugs) {
      failures += keepErrorRuns(
        bench.release,
        slug,
        hashes.get(slug) ?? '',
        runs.filter(({ error }) => error === slug).map(({ run }) => run),
      );
    }
  }
  return failures;
}

/** Writes the runs of an error on one release beside those of others; returns how many are not as expected. */
function keepErrorRuns(release: Release, slug: string, hash: string, made: readonly ErrorRun[]): number {
  const file = errorFile(slug);
  const old = readVerdicts(file, errorVerdictsSchema);
  const runs = mergeByRelease(old?.hash === hash ? old.runs : [], made);
  writeVerdicts(file, { version: 1, error: slug, hash, runs });
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
