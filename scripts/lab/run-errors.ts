import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { listFiles } from '../../src/astro/hash-folder.ts';
import type { ErrorRun } from '../../src/model/verdict.ts';
import { type Boot, bootGuest, bootToEnd } from './boot-guest.ts';
import { BUILD_LINES } from './build-lines.ts';
import { type Built, buildModule } from './build-module.ts';
import { deriveErrorRun, type VariantResult } from './derive-error-run.ts';
import { guestScript } from './guest-script.ts';
import { normaliseTranscript } from './normalise-transcript.ts';
import { packInitramfs } from './pack-initramfs.ts';
import { parseGuestLog } from './parse-guest-log.ts';
import type { ReproCase } from './read-cases.ts';
import { runPool } from './run-pool.ts';
import type { Bench } from './run-samples.ts';

type Variant = 'broken' | 'fixed';

/** Far more than a boot takes, even on a machine that is busy with other things; a guest that dies ends at once. */
const BOOT_LIMIT_SECONDS = 240;
const STEP_LIMIT_SECONDS = 60;
/** A shadow of all memory and the tables of the lock checker need room. */
const DEBUG_MEMORY = '768M';
/** KASAN falls silent after its first report unless told otherwise; the scans for leaks take minutes under emulation. */
const DEBUG_CMDLINE = 'kasan_multi_shot kmemleak=off';

/** One variant of a reproduction, built. */
interface Prepared {
  readonly case: ReproCase;
  readonly variant: Variant;
  readonly dir: string;
  readonly built: Built;
}

/** A run with the error that it belongs to; without `run` where a guest ran out of time, so that nothing was shown. */
export interface FinishedRun {
  readonly error: string;
  readonly run: ErrorRun | undefined;
}

/**
 * Runs reproductions on one release: first as they fail, then mended. Those that only build are done when they are
 * built; the others go into guests, the harmless ones together, each destructive one alone. What a failing variant
 * printed is written to `fixturesDir` as `<error>-<release>.txt` where it held the message.
 */
export async function runErrors(
  bench: Bench,
  cases: readonly ReproCase[],
  fixturesDir: string,
): Promise<readonly FinishedRun[]> {
  const wanted = cases.filter((item) => canRun(bench, item));
  const prepared = (
    await runPool(wanted, bench.jobs, async (item) =>
      // Where the message is expected to be absent there is nothing to mend.
      item.repro.releases[bench.release] === 'absent'
        ? [await prepare(bench, item, 'broken')]
        : prepareBoth(bench, item),
    )
  ).flat();
  const guestResults = await bootAll(
    bench,
    prepared.filter((item) => isForGuest(item)),
  );
  return wanted.map((item) => {
    const resultOf = (variant: Variant): VariantResult | undefined => {
      const found = prepared.find((candidate) => candidate.case === item && candidate.variant === variant);
      if (found === undefined) return undefined;
      return guestResults.get(found) ?? buildResult(bench, found);
    };
    const broken = resultOf('broken') ?? { command: '', output: [], missing: [] };
    const fixed = resultOf('fixed');
    if (broken.isOverdue || fixed?.isOverdue) return { error: item.error, run: undefined };
    const { packageName, debugConfig } = groundOf(bench, item);
    const run = deriveErrorRun(item, bench.release, packageName, broken, fixed, debugConfig);
    if (run.seenBefore) writeFixture(fixturesDir, item, bench.release, broken.output);
    return { error: item.error, run };
  });
}

/** Whether a case has something to run on this release, and the kernel that it asks for is there. */
export function canRun(bench: Pick<Bench, 'release' | 'debug'>, { repro }: ReproCase): boolean {
  return repro.releases[bench.release] !== undefined && (repro.kernel === 'debian' || bench.debug !== undefined);
}

/** What a case is built against and booted with. */
interface Ground {
  readonly kdir: string;
  readonly vmlinuz: string;
  readonly packageName: string;
  readonly memory?: string;
  /** Words of the kernel's command line that every case gets. */
  readonly cmdline?: string;
  readonly debugConfig?: string;
}

function groundOf(bench: Bench, { repro }: ReproCase): Ground {
  if (repro.kernel === 'debug' && bench.debug !== undefined) {
    const { kdir, vmlinuz, packageName, config } = bench.debug;
    return { kdir, vmlinuz, packageName, memory: DEBUG_MEMORY, cmdline: DEBUG_CMDLINE, debugConfig: config };
  }
  const packageName = repro.stage === 'build' ? bench.headersPackage : bench.imagePackage;
  return { kdir: bench.kdir, vmlinuz: bench.vmlinuz, packageName };
}

async function prepare(bench: Bench, item: ReproCase, variant: Variant): Promise<Prepared> {
  const dir = join(bench.workDir, bench.release, 'errors', `${item.error}.${item.name}.${variant}`);
  const overlay = join(item.dir, 'fixed');
  const sources = [join(item.dir, 'broken'), ...(variant === 'fixed' ? [overlay] : [])];
  const built = await buildModule({
    sources: sources.filter((source) => existsSync(source)),
    dir,
    kdir: item.repro[variant].otherKernel ? bench.otherKdir : groundOf(bench, item).kdir,
    command: buildCommand(item, variant),
    modules: item.repro.modules,
  });
  bench.report(`${bench.release} build ${item.error}/${item.name} ${variant}: exit ${built.exitCode}`);
  return { case: item, variant, dir, built };
}

/** Both variants; built once where the fix is in what the guest does and not in the module. */
async function prepareBoth(bench: Bench, item: ReproCase): Promise<readonly Prepared[]> {
  const broken = await prepare(bench, item, 'broken');
  const isSameBuild =
    item.repro.stage === 'load' &&
    !existsSync(join(item.dir, 'fixed')) &&
    buildCommand(item, 'broken') === buildCommand(item, 'fixed') &&
    item.repro.broken.otherKernel === item.repro.fixed.otherKernel;
  return [broken, isSameBuild ? { ...broken, variant: 'fixed' } : await prepare(bench, item, 'fixed')];
}

function buildCommand({ repro }: ReproCase, variant: Variant): string {
  return (
    repro[variant].build ?? BUILD_LINES[repro.stage === 'build' && variant === 'broken' ? 'module' : 'shortModule']
  );
}

function isForGuest({ case: item, built }: Prepared): boolean {
  return item.repro.stage === 'load' && built.exitCode === 0;
}

function buildResult(bench: Bench, item: Prepared): VariantResult {
  return {
    exitCode: item.case.repro.stage === 'load' ? undefined : item.built.exitCode,
    command: buildCommand(item.case, item.variant),
    output: item.built.output.map((line) => normalise(bench, item, line)),
    missing: item.variant === 'fixed' ? item.built.missing : [],
  };
}

/** Harmless variants with the same kernel and command line share a guest; a destructive broken variant has its own. */
async function bootAll(bench: Bench, items: readonly Prepared[]): Promise<ReadonlyMap<Prepared, VariantResult>> {
  const isAlone = (item: Prepared) => item.case.repro.destructive && item.variant === 'broken';
  // Mended variants come first: the kernel prints some messages once a boot, and their absence must mean the fix.
  const together = items
    .filter((item) => !isAlone(item))
    .toSorted((a, b) => Number(a.variant === 'broken') - Number(b.variant === 'broken'));
  const shared = Map.groupBy(together, ({ case: { repro }, variant }) => `${repro.kernel} ${repro[variant].cmdline}`);
  const results = new Map<Prepared, VariantResult>();
  for (const group of [...shared.values(), ...items.filter(isAlone).map((item) => [item])]) {
    for (const [item, result] of await bootTogether(bench, group)) results.set(item, result);
  }
  return results;
}

async function bootTogether(bench: Bench, items: readonly Prepared[]): Promise<ReadonlyMap<Prepared, VariantResult>> {
  const [first] = items;
  if (first === undefined) return new Map();
  const keyOf = (item: Prepared) => `${item.case.error}.${item.case.name}.${item.variant}`;
  const dir = join(bench.workDir, bench.release, 'guests', keyOf(first));
  mkdirSync(dir, { recursive: true });
  const ground = groundOf(bench, first.case);
  const commandOf = (item: Prepared) =>
    item.case.repro[item.variant].run ?? item.case.repro.modules.map((name) => `insmod ${name}.ko`).join(' && ');
  const isAlone = first.case.repro.destructive && first.variant === 'broken';
  const tasks = items.map((item) => ({
    name: keyOf(item),
    round: 1,
    step: 'run',
    command: commandOf(item),
    limitSeconds: STEP_LIMIT_SECONDS,
  }));
  const machine: Boot = {
    qemu: bench.tools['qemu-system-x86_64'] ?? 'qemu-system-x86_64',
    vmlinuz: ground.vmlinuz,
    ...(ground.memory === undefined ? {} : { memory: ground.memory }),
    initramfs: packInitramfs(
      dir,
      bench.tools['busybox'] ?? 'busybox',
      guestScript(tasks),
      items.map((item) => ({
        name: keyOf(item),
        files: listFiles(item.dir).filter((file) => file.endsWith('.ko') || file.endsWith('.guest')),
      })),
    ),
    cmdline: [ground.cmdline ?? '', first.case.repro[first.variant].cmdline].join(' ').trim(),
    limitSeconds: BOOT_LIMIT_SECONDS + items.length * STEP_LIMIT_SECONDS,
    loglevel: isAlone ? 7 : 1,
  };
  const { text, isOverdue } = isAlone
    ? await bootGuest(machine)
    : await bootToEnd(machine, (line) => bench.report(`${bench.release} ${line}`));
  writeFileSync(join(dir, 'console.log'), text);
  const { steps, isComplete } = parseGuestLog(text);
  bench.report(
    `${bench.release} guest with ${items.length} variants: ${isComplete ? 'came to its end' : 'stopped early'}`,
  );
  const results = new Map<Prepared, VariantResult>();
  // A guest that did not even come to its first command has died in the boot, and that is then what it shows.
  const boot =
    steps.length === 0 && isAlone && !isOverdue ? text.split(/\r*\n/).filter((line) => line.trim() !== '') : [];
  for (const item of items) {
    const step = steps.find(({ name }) => name === keyOf(item));
    results.set(item, {
      exitCode: step?.exitCode,
      command: commandOf(item),
      output: [...boot, ...(step?.output ?? []), ...(step?.log ?? [])].map((line) => normalise(bench, item, line)),
      missing: item.variant === 'fixed' ? item.built.missing : [],
      isOverdue: isOverdue && step === undefined,
    });
  }
  return results;
}

function normalise(bench: Bench, item: Prepared, line: string): string {
  const common = bench.kdir.replace(/-amd64$/, '-common');
  return normaliseTranscript(line, {
    [item.dir]: '<build>',
    [bench.kdir]: '<kdir>',
    [common]: '<kdir-common>',
    [bench.otherKdir]: '<other-kdir>',
    [bench.otherKdir.replace(/-amd64$/, '-common')]: '<other-kdir-common>',
    ...(bench.debug === undefined ? {} : { [bench.debug.kdir]: '<kdir>', [bench.debug.sourceDir]: '<source>' }),
    [bench.kdir.replace(/\/usr\/src\/.*$/, '')]: '<headers>',
    [bench.otherKdir.replace(/\/usr\/src\/.*$/, '')]: '<other-headers>',
  });
}

/** The first reproduction of an error gives its fixture; further ones are told apart by their name. */
function writeFixture(dir: string, item: ReproCase, release: string, output: readonly string[]): void {
  mkdirSync(dir, { recursive: true });
  const name = item.name === 'main' ? item.error : `${item.error}.${item.name}`;
  writeFileSync(join(dir, `${name}-${release}.txt`), `${output.join('\n')}\n`);
}
