/**
 * `npm run lab`: builds every sample against Debian's headers of two kernel releases, boots the kernels under software
 * emulation, loads, tries and unloads the samples there, reproduces errors and their fixes, and records what was seen in
 * `src/content/verdicts/`. Nothing is installed in, loaded into or written to the running system beyond the project's
 * cache folder, and what was built is removed when the lab ends, also when it is interrupted. Exit code 1 when a verdict
 * fails or was not reached in time, 2 when the lab itself cannot work.
 */
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { RELEASES, type Release } from '../src/model/entity.ts';
import { fetchPackages } from './kernel/packages.ts';
import { buildDebugKernel, locateDebugKernel } from './lab/debug-kernel.ts';
import { findTools } from './lab/find-tools.ts';
import { presentPackages, recordedPackages } from './lab/list-packages.ts';
import { noticeVersions } from './lab/notice-versions.ts';
import { type LabOptions, parseOptions } from './lab/parse-options.ts';
import { SELF_TEST, workDir } from './lab/places.ts';
import type { ReproCase } from './lab/read-cases.ts';
import { runAndKeepErrors, runAndKeepSamples } from './lab/record-runs.ts';
import { removeLeftovers } from './lab/remove-leftovers.ts';
import { canRun } from './lab/run-errors.ts';
import type { Bench } from './lab/run-samples.ts';
import { isErrorRecorded, isSampleRecorded, selectRepros, selectSamples } from './lab/select-cases.ts';

const start = Date.now();

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
  if (options.isListOnly) {
    const stateOf = (isRecorded: boolean) => (isRecorded ? 'recorded' : 'to be run');
    for (const sample of samples) console.log(`sample ${sample.name}: ${stateOf(isSampleRecorded(options, sample))}`);
    for (const [slug, cases] of repros) console.log(`error ${slug}: ${stateOf(isErrorRecorded(options, slug, cases))}`);
    return 0;
  }
  if (samples.length + repros.size === 0) {
    console.log(options.isChangedOnly ? 'Nothing has changed.' : 'Nothing of that name.');
    return options.isChangedOnly || options.only.length === 0 ? 0 : 2;
  }
  const tools = findTools();
  if (tools.missing.length > 0) {
    throw new Error(`The lab needs more tools: apt-get install --no-install-recommends ${tools.missing.join(' ')}`);
  }
  if (tools.wished.length > 0) console.log(`Not there and left out: ${tools.wished.join(', ')}`);
  if (options.buildsDebugKernel)
    for (const release of options.releases) buildDebugKernel(release, (line) => console.log(line));
  if (options.isSelfTest) return selfTest();

  removeLeftovers();
  if (!options.isKept) removeAtExit();
  let failures = 0;
  for (const release of options.releases) {
    const bench = prepareBench(release, tools.paths, options);
    failures += await runAndKeepSamples(bench, samples);
    failures += await runAndKeepErrors(bench, repros);
    failures += tellUnchecked(bench, options, [...repros.values()].flat());
  }
  console.log(
    `${failures === 0 ? 'All as expected' : `${failures} not as expected`}, ${Math.round((Date.now() - start) / 1000)} s.`,
  );
  return failures === 0 ? 0 : 1;
}

/**
 * What asks for the debug kernel and does not find it keeps the verdict that it has; returns how many of them have none
 * that still holds, which is a failure only where the lab was asked for what has changed.
 */
function tellUnchecked(bench: Bench, { isChangedOnly }: LabOptions, cases: readonly ReproCase[]): number {
  const left = cases.filter((item) => item.repro.releases[bench.release] !== undefined && !canRun(bench, item));
  if (left.length === 0) return 0;
  const names = [...new Set(left.map(({ error }) => error))].join(', ');
  console.log(`${bench.release} not checked, for want of the debug kernel (--debug-kernel builds it): ${names}`);
  return isChangedOnly ? left.length : 0;
}

/** Works also for Ctrl-C and for a time limit from outside; guests and builds are stopped by those who started them. */
function removeAtExit(): void {
  process.on('exit', () => rmSync(workDir(false), { recursive: true, force: true }));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit(130));
}

function selfTest(): number {
  for (const release of RELEASES) fetchPackages(release, ['headers', 'image']);
  const run = spawnSync(process.execPath, ['--test', SELF_TEST], { stdio: 'inherit' });
  return run.status === 0 ? 0 : 1;
}

function prepareBench(release: Release, tools: Readonly<Record<string, string>>, options: LabOptions): Bench {
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
  const { limitMinutes } = options;
  return {
    release,
    kdir,
    vmlinuz,
    headersPackage: nameOf('headers'),
    imagePackage: nameOf('image'),
    otherKdir: other.kdir,
    debug: locateDebugKernel(release),
    jobs: options.jobs,
    isOver: () => limitMinutes !== undefined && Date.now() - start > limitMinutes * 60_000,
    workDir: workDir(options.isKept),
    tools,
    report: (line) => console.log(`${Math.round((Date.now() - start) / 1000)} s ${line}`),
  };
}
