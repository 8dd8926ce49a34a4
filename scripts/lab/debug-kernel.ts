/**
 * The lab's own kernel: allnoconfig plus `debug-kernel.config`, built once a release from Debian's sources and kept in
 * the cache. Debian's kernels have no lock checker, no KASAN and the like, so what those print needs this one.
 *
 *     <cache>/<release>/debug/              build folder (`make O=`), against which modules are built
 *     <cache>/<release>/debug/bzImage       the kernel
 *     <cache>/<release>/debug/debug.json    what it was built from, written last
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { Release } from '../../src/model/entity.ts';
import { fetchPackages, kernelCacheDir, locatePackages } from '../kernel/packages.ts';

export interface DebugKernel {
  /** Folder to pass to `make -C`. */
  readonly kdir: string;
  readonly vmlinuz: string;
  /** Hash of the configuration, see `hashDebugConfig`. */
  readonly config: string;
  /** Package and version of the sources, e.g. `linux-source-6.12 6.12.117-1~deb12u1`. */
  readonly packageName: string;
  readonly sourceDir: string;
}

const CONFIG_FILE = join(dirname(fileURLToPath(import.meta.url)), 'debug-kernel.config');
/** Debian packages of the programs that a kernel needs besides those that a module needs. */
const BUILD_TOOLS = { flex: 'flex', bison: 'bison', bc: 'bc' } as const;

const recordSchema = z.object({ config: z.string(), package: z.string() }).readonly();

/** Sixteen hexadecimal digits of the options asked for; comments and empty lines do not count. */
export function hashDebugConfig(): string {
  return createHash('sha256').update(readOptions().join('\n')).digest('hex').slice(0, 16);
}

/** The kernel of a release as it lies in the cache; `undefined` when there is none or it was built from other options. */
export function locateDebugKernel(release: Release): DebugKernel | undefined {
  const kdir = debugDir(release);
  const file = join(kdir, 'debug.json');
  const sourceDir = locatePackages(release)?.sourceDir;
  if (!existsSync(file) || sourceDir === undefined) return undefined;
  const record = recordSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  if (record.config !== hashDebugConfig() || record.package !== sourcePackage(release)) return undefined;
  return { kdir, vmlinuz: join(kdir, 'bzImage'), config: record.config, packageName: record.package, sourceDir };
}

/**
 * Builds the kernel of a release unless it is there, which takes some ten minutes of processor time. Throws with the end
 * of make's output when it fails, and with the options that the release has under no name when they are not all taken.
 */
export function buildDebugKernel(release: Release, report: (line: string) => void): DebugKernel {
  const there = locateDebugKernel(release);
  if (there !== undefined) return there;
  const missing = Object.entries(BUILD_TOOLS).filter(
    ([command]) => spawnSync(command, ['--version']).error !== undefined,
  );
  if (missing.length > 0) {
    const names = [...missing.map(([, name]) => name), 'libelf-dev', 'libssl-dev'];
    throw new Error(`A kernel needs more tools: apt-get install --no-install-recommends ${names.join(' ')}`);
  }
  const { sourceDir = '' } = fetchPackages(release, ['source']);
  const dir = debugDir(release);
  rmSync(join(dir, 'debug.json'), { force: true });
  mkdirSync(dir, { recursive: true });
  report(`${release} debug kernel: building`);
  make(sourceDir, dir, ['allnoconfig'], { KCONFIG_ALLCONFIG: CONFIG_FILE });
  const taken = new Set(readFileSync(join(dir, '.config'), 'utf8').split('\n'));
  const known = (option: string) => isKnown(sourceDir, option);
  const refused = readOptions().filter((line) => !taken.has(line) && known(line.replace(/=.*/, '')));
  if (refused.length > 0) throw new Error(`${release} does not take ${refused.join(', ')}`);
  make(sourceDir, dir, [`-j${availableParallelism()}`, 'bzImage', 'modules'], {});
  copyFileSync(join(dir, 'arch/x86/boot/bzImage'), join(dir, 'bzImage'));
  removeObjects(dir);
  const packageName = sourcePackage(release);
  writeFileSync(join(dir, 'debug.json'), `${JSON.stringify({ config: hashDebugConfig(), package: packageName })}\n`);
  const built = locateDebugKernel(release);
  if (built === undefined) throw new Error(`${release}: the debug kernel was built and is not there`);
  return built;
}

/** Modules are built against headers, scripts and Module.symvers; the rest is most of the room. Links are left alone. */
function removeObjects(dir: string): void {
  for (const entry of readdirSync(dir, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name);
    const isObject = /\.(?:o|a|o\.cmd)$|^(?:\.tmp_)?vmlinux\d*(?:\..*)?$/.test(entry.name);
    if (entry.isFile() && isObject && !/\/(?:scripts|tools)\//.test(file)) rmSync(file);
  }
}

function debugDir(release: Release): string {
  return join(kernelCacheDir(), release, 'debug');
}

function sourcePackage(release: Release): string {
  const name = `linux-source-${release}`;
  return `${name} ${locatePackages(release)?.versions[name] ?? ''}`.trim();
}

function readOptions(): readonly string[] {
  return readFileSync(CONFIG_FILE, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('CONFIG_'));
}

/** Whether any Kconfig file of the tree declares the option: what a release does not have it need not take. */
function isKnown(sourceDir: string, option: string): boolean {
  const name = option.replace(/^CONFIG_/, '');
  const found = spawnSync('grep', ['-rqE', '--include=Kconfig*', `^\\s*(menu)?config ${name}$`, sourceDir]);
  return found.status === 0;
}

function make(sourceDir: string, dir: string, targets: readonly string[], variables: Readonly<Record<string, string>>) {
  const run = spawnSync('nice', ['-n', '10', 'make', '-s', '-C', sourceDir, `O=${dir}`, ...targets], {
    encoding: 'utf8',
    env: {
      PATH: '/usr/bin:/bin:/usr/sbin:/sbin',
      LC_ALL: 'C',
      KBUILD_BUILD_TIMESTAMP: '@0',
      KBUILD_BUILD_USER: 'lab',
      KBUILD_BUILD_HOST: 'lab',
      ...variables,
    },
    maxBuffer: 1 << 26,
  });
  if (run.status !== 0) throw new Error(`make ${targets.join(' ')} failed:\n${run.stderr.slice(-2000)}`);
}
