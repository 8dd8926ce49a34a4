/**
 * `npm run lab`: builds every sample against Debian's headers of two kernel releases, boots the kernels under software
 * emulation, loads, tries and unloads the samples there, reproduces errors and their fixes, and records what was seen in
 * `src/content/verdicts/`. Nothing is installed in, loaded into or written to the running system beyond the project's
 * cache folder. Exit code 1 when a verdict fails, 2 when the lab itself cannot work.
 */
import { existsSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { RELEASES, type Release } from '../src/model/entity.ts';
import {
  type ErrorRun,
  errorVerdictsSchema,
  isRunAsExpected,
  isVerdictGreen,
  proofOf,
  sampleVerdictsSchema,
  VERDICT_STEPS,
} from '../src/model/verdict.ts';
import { fetchPackages, locatePackages } from './kernel/packages.ts';
import { findTools } from './lab/find-tools.ts';
import { hashCase, listFiles } from './lab/hash-case.ts';
import { mergeByRelease, readVerdicts, writeVerdicts } from './lab/keep-verdicts.ts';
import { noticeVersions, type Recorded } from './lab/notice-versions.ts';
import { type LabOptions, parseOptions } from './lab/parse-options.ts';
import { type ReproCase, readRepros, readSamples, type SampleCase } from './lab/read-cases.ts';
import { runErrors } from './lab/run-errors.ts';
import { type Bench, runSamples } from './lab/run-samples.ts';

const PROJECT = dirname(dirname(fileURLToPath(import.meta.url)));
const CONTENT = join(PROJECT, 'src', 'content');
const WORK = join(PROJECT, '.cache', 'lab');
const FIXTURES = join(PROJECT, 'tests', 'fixtures', 'logs', 'lab');

try {
  process.exitCode = await runLab(parseOptions(process.argv.slice(2)));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}

async function runLab(options: LabOptions): Promise<number> {
  for (const line of noticeVersions(recordedPackages(), presentPackages())) console.log(line);
  const samples = selectSamples(options);
  const repros = selectRepros(options);
  if (samples.length + repros.size === 0) {
    console.log(options.isChangedOnly ? 'Nothing has changed.' : 'Nothing of that name.');
    return options.isChangedOnly || options.only.length === 0 ? 0 : 2;
  }
  if (options.isListOnly) {
    const stateOf = (isRecorded: boolean) => (isRecorded ? 'recorded' : 'to be run');
    for (const sample of samples) console.log(`sample ${sample.name}: ${stateOf(isSampleRecorded(options, sample))}`);
    for (const [slug, cases] of repros) console.log(`error ${slug}: ${stateOf(isErrorRecorded(options, slug, cases))}`);
    return 0;
  }
  const tools = findTools();
  if (tools.missing.length > 0) {
    throw new Error(`The lab needs more tools: apt-get install --no-install-recommends ${tools.missing.join(' ')}`);
  }
  if (tools.wished.length > 0) console.log(`Not there and left out: ${tools.wished.join(', ')}`);

  let failures = 0;
  for (const release of options.releases) {
    const bench = prepareBench(release, tools.paths);
    failures += await runAndKeepSamples(bench, samples);
    failures += await runAndKeepErrors(bench, repros);
  }
  if (!options.isKept) rmSync(WORK, { recursive: true, force: true });
  console.log(failures === 0 ? 'All as expected.' : `${failures} not as expected.`);
  return failures === 0 ? 0 : 1;
}

function prepareBench(release: Release, tools: Readonly<Record<string, string>>): Bench {
  const packages = fetchPackages(release, ['headers', 'image']);
  const otherRelease = RELEASES.find((other) => other !== release) ?? release;
  const other = fetchPackages(otherRelease, ['headers', 'image']);
  const { kdir, vmlinuz, abi, versions } = packages;
  if (kdir === undefined || vmlinuz === undefined || other.kdir === undefined)
    throw new Error(`${release}: headers or image are missing`);
  const nameOf = (kind: string): string => {
    const name = `linux-${kind}-${abi}-amd64`;
    return `${name} ${versions[name] ?? ''}`.trim();
  };
  return {
    release,
    kdir,
    vmlinuz,
    headersPackage: nameOf('headers'),
    imagePackage: nameOf('image'),
    otherKdir: other.kdir,
    workDir: WORK,
    tools,
    report: (line) => console.log(line),
  };
}

async function runAndKeepSamples(bench: Bench, samples: readonly SampleCase[]): Promise<number> {
  if (samples.length === 0) return 0;
  const verdicts = await runSamples(bench, samples);
  let failures = 0;
  for (const [index, sample] of samples.entries()) {
    const verdict = verdicts[index];
    if (verdict === undefined) continue;
    const file = sampleFile(sample.name);
    const hash = hashCase(sample.dir);
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
 */
async function runAndKeepErrors(bench: Bench, repros: ReadonlyMap<string, readonly ReproCase[]>): Promise<number> {
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
    const runs = await runErrors(
      bench,
      slugs.flatMap((slug) => repros.get(slug) ?? []),
      FIXTURES,
    );
    for (const slug of slugs) {
      failures += keepErrorRuns(
        bench.release,
        slug,
        runs.filter(({ error }) => error === slug).map(({ run }) => run),
      );
    }
  }
  return failures;
}

/** Writes the runs of an error on one release beside those of others; returns how many are not as expected. */
function keepErrorRuns(release: Release, slug: string, made: readonly ErrorRun[]): number {
  const file = errorFile(slug);
  const hash = hashCase(join(CONTENT, 'errors', slug, 'repro'));
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

function selectSamples(options: LabOptions): readonly SampleCase[] {
  return readSamples(join(CONTENT, 'samples')).filter(
    (sample) =>
      isWanted(options, sample.name, 'samples') && !(options.isChangedOnly && isSampleRecorded(options, sample)),
  );
}

function selectRepros(options: LabOptions): ReadonlyMap<string, readonly ReproCase[]> {
  const wanted = readRepros(join(CONTENT, 'errors')).filter(({ error }) => isWanted(options, error, 'errors'));
  const groups = [...Map.groupBy(wanted, ({ error }) => error)];
  return new Map(groups.filter(([slug, cases]) => !(options.isChangedOnly && isErrorRecorded(options, slug, cases))));
}

function isWanted(options: LabOptions, name: string, kind: string): boolean {
  return options.only.length === 0 || options.only.includes(name) || options.only.includes(kind);
}

/** Whether all wanted releases have a green verdict for the present files: what failed is looked at again. */
function isSampleRecorded(options: LabOptions, { name, dir }: SampleCase): boolean {
  const kept = readVerdicts(sampleFile(name), sampleVerdictsSchema);
  if (kept?.hash !== hashCase(dir)) return false;
  return options.releases.every((release) =>
    kept.verdicts.some((verdict) => verdict.release === release && isVerdictGreen(verdict)),
  );
}

/** Whether all wanted releases for which there is something to run have a good run of the present files. */
function isErrorRecorded(options: LabOptions, slug: string, cases: readonly ReproCase[]): boolean {
  const kept = readVerdicts(errorFile(slug), errorVerdictsSchema);
  if (kept?.hash !== hashCase(join(CONTENT, 'errors', slug, 'repro'))) return false;
  return cases.every(({ name, repro }) =>
    options.releases.every(
      (release) =>
        repro.releases[release] === undefined ||
        kept.runs.some((run) => run.case === name && run.release === release && isRunAsExpected(run)),
    ),
  );
}

/** What all kept verdicts say they were made with. */
function recordedPackages(): readonly Recorded[] {
  const files = (kind: string) => {
    const dir = join(CONTENT, 'verdicts', kind);
    return existsSync(dir) ? listFiles(dir) : [];
  };
  return [
    ...files('samples').flatMap((file) => readVerdicts(file, sampleVerdictsSchema)?.verdicts ?? []),
    ...files('errors').flatMap((file) => readVerdicts(file, errorVerdictsSchema)?.runs ?? []),
  ];
}

/** Names and versions of the headers and images that lie unpacked in the cache. */
function presentPackages(): Readonly<Partial<Record<Release, readonly string[]>>> {
  const pairs = RELEASES.map((release) => [release, locatePackages(release)?.versions] as const);
  return Object.fromEntries(
    pairs.flatMap(([release, versions]) =>
      versions === undefined
        ? []
        : [[release, Object.entries(versions).map(([name, version]) => `${name} ${version}`)]],
    ),
  );
}

function sampleFile(name: string): string {
  return join(CONTENT, 'verdicts', 'samples', `${name}.json`);
}

function errorFile(slug: string): string {
  return join(CONTENT, 'verdicts', 'errors', `${slug}.json`);
}
