import { join } from 'node:path';
import { hashFolder } from '../../src/astro/hash-folder.ts';
import { errorVerdictsSchema, isRunAsExpected, isVerdictGreen, sampleVerdictsSchema } from '../../src/model/verdict.ts';
import { hashDebugConfig } from './debug-kernel.ts';
import { hashHarness } from './hash-harness.ts';
import { readVerdicts } from './keep-verdicts.ts';
import type { LabOptions } from './parse-options.ts';
import { contentDir, errorFile, reproDir, sampleFile } from './places.ts';
import { type ReproCase, readRepros, readSamples, type SampleCase } from './read-cases.ts';

/** The samples that the options ask for, by name. */
export function selectSamples(options: LabOptions): readonly SampleCase[] {
  return readSamples(join(contentDir(), 'samples')).filter(
    (sample) =>
      isWanted(options, sample.name, 'samples') && !(options.isChangedOnly && isSampleRecorded(options, sample)),
  );
}

/** The reproductions that the options ask for, by error. */
export function selectRepros(options: LabOptions): ReadonlyMap<string, readonly ReproCase[]> {
  const wanted = readRepros(join(contentDir(), 'errors')).filter(({ error }) => isWanted(options, error, 'errors'));
  const groups = [...Map.groupBy(wanted, ({ error }) => error)];
  return new Map(groups.filter(([slug, cases]) => !(options.isChangedOnly && isErrorRecorded(options, slug, cases))));
}

function isWanted(options: LabOptions, name: string, kind: string): boolean {
  return options.only.length === 0 || options.only.includes(name) || options.only.includes(kind);
}

/** Whether all wanted releases have a green verdict for the present files and harness: what failed is looked at again. */
export function isSampleRecorded(options: LabOptions, { name, dir }: SampleCase): boolean {
  const kept = readVerdicts(sampleFile(name), sampleVerdictsSchema);
  if (kept?.hash !== hashFolder(dir) || kept?.harness !== hashHarness()) return false;
  return options.releases.every((release) =>
    kept.verdicts.some((verdict) => verdict.release === release && isVerdictGreen(verdict)),
  );
}

/**
 * Whether all wanted releases for which there is something to run have a good run of the present files and harness, and
 * of the present configuration where the debug kernel is asked for.
 */
export function isErrorRecorded(options: LabOptions, slug: string, cases: readonly ReproCase[]): boolean {
  const kept = readVerdicts(errorFile(slug), errorVerdictsSchema);
  if (kept?.hash !== hashFolder(reproDir(slug)) || kept?.harness !== hashHarness()) return false;
  return cases.every(({ name, repro }) => {
    const config = repro.kernel === 'debug' ? hashDebugConfig() : undefined;
    return options.releases.every(
      (release) =>
        repro.releases[release] === undefined ||
        kept.runs.some(
          (run) => run.case === name && run.release === release && run.debugConfig === config && isRunAsExpected(run),
        ),
    );
  });
}
