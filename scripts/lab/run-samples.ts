import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Release } from '../../src/model/entity.ts';
import type { SampleVerdict } from '../../src/model/verdict.ts';
import { type Boot, bootToEnd } from './boot-guest.ts';
import { BUILD_LINES } from './build-lines.ts';
import { type Built, buildModule } from './build-module.ts';
import type { DebugKernel } from './debug-kernel.ts';
import { deriveVerdict, ROUNDS } from './derive-verdict.ts';
import { type GuestTask, guestScript } from './guest-script.ts';
import { packInitramfs } from './pack-initramfs.ts';
import { type GuestStep, parseGuestLog } from './parse-guest-log.ts';
import type { SampleCase } from './read-cases.ts';
import { runPool } from './run-pool.ts';

/** Everything a run on one release needs. */
export interface Bench {
  readonly release: Release;
  /** Headers and image of the release. */
  readonly kdir: string;
  readonly vmlinuz: string;
  /** Names with versions, for the record. */
  readonly headersPackage: string;
  readonly imagePackage: string;
  /** Headers of the other release, for modules built against the wrong kernel. */
  readonly otherKdir: string;
  /** The kernel with debugging options, where it was built. */
  readonly debug?: DebugKernel | undefined;
  /** Whether nothing new may be begun. */
  readonly isOver: () => boolean;
  /** How many builds or guests may run at a time. */
  readonly jobs: number;
  /** Folder for everything that is made. */
  readonly workDir: string;
  /** Path by command. */
  readonly tools: Readonly<Record<string, string>>;
  readonly report: (line: string) => void;
}

const BOOT_LIMIT_SECONDS = 240;
const LOAD_LIMIT_SECONDS = 40;
const EXERCISE_LIMIT_SECONDS = 60;

/**
 * Builds, loads, tries and unloads samples on one release and returns a verdict for each, in their order. As many as can
 * share a guest do; when one stops the guest, those behind it get a new one.
 */
export async function runSamples(bench: Bench, samples: readonly SampleCase[]): Promise<readonly SampleVerdict[]> {
  const builds = new Map<string, Built>();
  await runPool(samples, bench.jobs, async (sample) => {
    const built = await buildSample(bench, sample);
    builds.set(sample.name, built);
    bench.report(`${bench.release} build ${sample.name}: exit ${built.exitCode}`);
  });
  const steps = new Map<string, readonly GuestStep[]>();
  const bootable = samples.filter(
    ({ name }) => builds.get(name)?.exitCode === 0 && builds.get(name)?.missing.length === 0,
  );
  for (const group of groupByMachine(bootable)) {
    let waiting = group;
    while (waiting.length > 0) {
      const ran = await bootSamples(bench, waiting, builds);
      for (const [name, ofSample] of ran) steps.set(name, ofSample);
      const rest = waiting.filter(({ name }) => !ran.has(name));
      // A guest that does not even come to its first sample will not do so next time.
      if (rest.length === waiting.length) break;
      waiting = rest;
    }
  }
  const verdicts = samples.map((sample) =>
    deriveVerdict({
      release: bench.release,
      package: bench.imagePackage,
      expect: sample.expect,
      build: builds.get(sample.name) ?? { exitCode: 1, output: [], missing: [] },
      steps: bootable.includes(sample) ? (steps.get(sample.name) ?? []) : undefined,
    }),
  );
  if (bench.tools['sparse'] !== undefined) return verdicts;
  return verdicts.map((verdict) => ({
    ...verdict,
    notes: [verdict.notes, 'built without sparse'].filter((note) => note !== '').join('; '),
  }));
}

function buildSample(bench: Bench, sample: SampleCase): Promise<Built> {
  const sparse = bench.tools['sparse'] === undefined ? [] : ['C=2'];
  return buildModule({
    sources: [sample.dir],
    dir: join(bench.workDir, bench.release, 'samples', sample.name),
    kdir: bench.kdir,
    command: [BUILD_LINES.sample, ...sparse, ...sample.expect.make].join(' '),
    modules: sample.expect.load.map((line) => line.split(' ')[0] ?? line),
    programs: sample.expect.programs,
  });
}

/** Samples that ask for the same machine share one; those that taint on purpose come last in it. */
function groupByMachine(samples: readonly SampleCase[]): readonly (readonly SampleCase[])[] {
  const groups = Map.groupBy(samples, ({ expect }) => expect.qemu.join(' '));
  return [...groups.values()].map((group) => group.toSorted((a, b) => a.expect.taint.length - b.expect.taint.length));
}

async function bootSamples(
  bench: Bench,
  samples: readonly SampleCase[],
  builds: ReadonlyMap<string, Built>,
): Promise<ReadonlyMap<string, readonly GuestStep[]>> {
  const dir = join(bench.workDir, bench.release, 'guests', samples[0]?.name ?? '');
  mkdirSync(dir, { recursive: true });
  const tasks = samples.flatMap(tasksOf);
  const cases = samples.map(({ name, dir: source }) => ({
    name,
    files: [join(source, 'exercise.sh'), ...(builds.get(name)?.files ?? [])],
  }));
  const machine: Boot = {
    qemu: bench.tools['qemu-system-x86_64'] ?? 'qemu-system-x86_64',
    vmlinuz: bench.vmlinuz,
    initramfs: packInitramfs(dir, bench.tools['busybox'] ?? 'busybox', guestScript(tasks), cases),
    arguments: samples[0]?.expect.qemu ?? [],
    limitSeconds: BOOT_LIMIT_SECONDS + samples.length * EXERCISE_LIMIT_SECONDS,
    loglevel: 1,
  };
  const { text } = await bootToEnd(machine, (line) => bench.report(`${bench.release} ${line}`));
  writeFileSync(join(dir, 'console.log'), text);
  const { steps, isComplete } = parseGuestLog(text);
  bench.report(
    `${bench.release} guest with ${samples.length} samples: ${isComplete ? 'came to its end' : 'stopped early'}`,
  );
  return Map.groupBy(steps, ({ name }) => name);
}

function tasksOf(sample: SampleCase): readonly GuestTask[] {
  const names = sample.expect.load.map((line) => line.split(' ')[0] ?? line);
  const insmods = sample.expect.load.map((line) => `insmod ${line.replace(/^\S+/, '$&.ko')}`);
  const rmmods = names.toReversed().map((name) => `rmmod ${name}`);
  const rounds = sample.expect.stays === undefined ? ROUNDS : 1;
  return Array.from({ length: rounds }, (_, index) => index + 1).flatMap((round) => {
    const common = { name: sample.name, round };
    const load = { ...common, step: 'load', command: insmods.join(' && '), limitSeconds: LOAD_LIMIT_SECONDS };
    const exercise = { ...common, step: 'exercise', command: 'sh exercise.sh', limitSeconds: EXERCISE_LIMIT_SECONDS };
    const unload = { ...common, step: 'unload', command: rmmods.join(' && '), limitSeconds: LOAD_LIMIT_SECONDS };
    return sample.expect.stays === undefined ? [load, exercise, unload] : [load, exercise];
  });
}
