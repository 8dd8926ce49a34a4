/**
 * `npm run lab`: builds every sample against Debian's headers of two kernel releases, boots the kernels under software
 * emulation, loads, tries and unloads the samples there, reproduces errors and their fixes, and records what was seen in
 * `src/content/verdicts/`. Nothing is installed in, loaded into or written to the running system beyond the project's
 * cache folder. Exit code 1 when a verdict fails, 2 when the lab itself cannot work.
 */
import { rmSync } from 'node:fs';
import { RELEASES, type Release } from '../src/model/entity.ts';
import { fetchPackages } from './kernel/packages.ts';
import { findTools } from './lab/find-tools.ts';
import { presentPackages, recordedPackages } from './lab/list-packages.ts';
import { noticeVersions } from './lab/notice-versions.ts';
import { type LabOptions, parseOptions } from './lab/parse-options.ts';
import { workDir } from './lab/places.ts';
import { runAndKeepErrors, runAndKeepSamples } from './lab/record-runs.ts';
import type { Bench } from './lab/run-samples.ts';
import { isErrorRecorded, isSampleRecorded, selectRepros, selectSamples } from './lab/select-cases.ts';

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
  if (!options.isKept) rmSync(workDir(), { recursive: true, force: true });
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
    workDir: workDir(),
    tools,
    report: (line) => console.log(line),
  };
}
