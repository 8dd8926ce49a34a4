/** What the lab recorded: verdicts of samples and runs of errors, read from `verdicts/` beside what they are about. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { z } from 'zod';
import {
  type ErrorVerdicts,
  errorVerdictsSchema,
  type SampleVerdicts,
  sampleVerdictsSchema,
} from '../model/verdict.ts';
import { hashFolder } from './hash-folder.ts';

/** A record and whether the files have changed since. */
type Recorded<Verdicts> = Verdicts & { readonly isOutOfDate: boolean };

export interface RecordedRuns {
  readonly samples: ReadonlyMap<string, Recorded<SampleVerdicts>>;
  readonly errors: ReadonlyMap<string, Recorded<ErrorVerdicts>>;
}

/**
 * All records of the content folder `dir`, by the name of the sample or error. A record whose sample or reproductions are
 * gone is out of date. Throws on a record that does not fit its schema: the lab wrote it.
 */
export function readRecordedRuns(dir: string): RecordedRuns {
  return {
    samples: readFolder(resolve(dir, 'verdicts', 'samples'), sampleVerdictsSchema, (name) =>
      resolve(dir, 'samples', name),
    ),
    errors: readFolder(resolve(dir, 'verdicts', 'errors'), errorVerdictsSchema, (name) =>
      resolve(dir, 'errors', name, 'repro'),
    ),
  };
}

function readFolder<Verdicts extends { readonly hash: string }>(
  dir: string,
  schema: z.ZodType<Verdicts>,
  subjectOf: (name: string) => string,
): ReadonlyMap<string, Recorded<Verdicts>> {
  if (!existsSync(dir)) return new Map();
  const files = readdirSync(dir)
    .filter((file) => file.endsWith('.json'))
    .sort();
  return new Map(
    files.map((file) => {
      const name = file.slice(0, -'.json'.length);
      const record = schema.parse(JSON.parse(readFileSync(resolve(dir, file), 'utf8')));
      return [name, { ...record, isOutOfDate: hashFolder(subjectOf(name)) !== record.hash }];
    }),
  );
}
