/** What the lab recorded: verdicts of samples and runs of errors, read from `src/content/verdicts/`. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { z } from 'zod';
import {
  type ErrorVerdicts,
  errorVerdictsSchema,
  type SampleVerdicts,
  sampleVerdictsSchema,
} from '../model/verdict.ts';

export interface RecordedRuns {
  readonly samples: ReadonlyMap<string, SampleVerdicts>;
  readonly errors: ReadonlyMap<string, ErrorVerdicts>;
}

/** All records below `dir`, by the name of the sample or error. Throws on a record that does not fit its schema: the lab wrote it. */
export function readRecordedRuns(dir: string): RecordedRuns {
  return {
    samples: readFolder(resolve(dir, 'samples'), sampleVerdictsSchema),
    errors: readFolder(resolve(dir, 'errors'), errorVerdictsSchema),
  };
}

function readFolder<Schema extends z.ZodType>(dir: string, schema: Schema): ReadonlyMap<string, z.infer<Schema>> {
  if (!existsSync(dir)) return new Map();
  const files = readdirSync(dir)
    .filter((file) => file.endsWith('.json'))
    .sort();
  return new Map(
    files.map((file) => [
      file.slice(0, -'.json'.length),
      schema.parse(JSON.parse(readFileSync(resolve(dir, file), 'utf8'))),
    ]),
  );
}
