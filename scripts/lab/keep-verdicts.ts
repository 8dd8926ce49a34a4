import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { z } from 'zod';
import { RELEASES, type Release } from '../../src/model/entity.ts';

/** A file of verdicts as it was kept; `undefined` when there is none. Throws with the file's name when it is no such file. */
export function readVerdicts<T>(file: string, schema: z.ZodType<T>): T | undefined {
  if (!existsSync(file)) return undefined;
  try {
    return schema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (cause) {
    throw new Error(`${file} is not a file of verdicts: ${cause instanceof Error ? cause.message : cause}`, { cause });
  }
}

/** Writes verdicts with fixed order and form, so that the same outcome gives the same bytes. */
export function writeVerdicts(file: string, verdicts: object): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(verdicts, undefined, 2)}\n`);
}

/** Old entries that were not made again, with the new ones, oldest release first, then by `keyOf`. */
export function mergeRuns<T extends { readonly release: Release }>(
  old: readonly T[],
  made: readonly T[],
  keyOf: (entry: T) => string,
): readonly T[] {
  const renewed = new Set(made.map(keyOf));
  const kept = old.filter((entry) => !renewed.has(keyOf(entry)));
  return [...kept, ...made].sort(
    (a, b) => RELEASES.indexOf(a.release) - RELEASES.indexOf(b.release) || (keyOf(a) < keyOf(b) ? -1 : 1),
  );
}
