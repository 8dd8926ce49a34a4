import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { listFiles } from '../../src/astro/hash-folder.ts';
import { RELEASES, type Release } from '../../src/model/entity.ts';
import { errorVerdictsSchema, sampleVerdictsSchema } from '../../src/model/verdict.ts';
import { locatePackages } from '../kernel/packages.ts';
import { readVerdicts } from './keep-verdicts.ts';
import type { Recorded } from './notice-versions.ts';
import { contentDir } from './places.ts';

/** What all kept verdicts say they were made with. */
export function recordedPackages(): readonly Recorded[] {
  const files = (kind: string) => {
    const dir = join(contentDir(), 'verdicts', kind);
    return existsSync(dir) ? listFiles(dir) : [];
  };
  return [
    ...files('samples').flatMap((file) => readVerdicts(file, sampleVerdictsSchema)?.verdicts ?? []),
    ...files('errors').flatMap((file) => readVerdicts(file, errorVerdictsSchema)?.runs ?? []),
  ];
}

/** Names and versions of the headers and images that lie unpacked in the cache. */
export function presentPackages(): Readonly<Partial<Record<Release, readonly string[]>>> {
  const pairs = RELEASES.map((release) => [release, locatePackages(release)?.versions] as const);
  return Object.fromEntries(
    pairs.flatMap(([release, versions]) =>
      versions === undefined
        ? []
        : [[release, Object.entries(versions).map(([name, version]) => `${name} ${version}`)]],
    ),
  );
}
