/**
 * Debian's kernel packages of a release, unpacked into a cache folder and never installed.
 *
 * The archive keeps only the last few ABIs of a release, so names are resolved with apt-cache each time and what was
 * taken is written to `packages.json` beside the unpacked trees. A set that is unpacked already is left as it is.
 *
 *     <cache>/<release>/source/     kernel source tree with Debian's patches
 *     <cache>/<release>/headers/    linux-headers-<abi>-amd64, -common and linux-kbuild, relocated for builds in place
 *     <cache>/<release>/image/      boot/vmlinuz-<abi>, boot/config-<abi>, lib/modules/<abi>
 *     <cache>/<release>/packages.json
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const ARCHITECTURE = 'amd64';
const RE_RELEASE = /^\d+\.\d+$/;

export const PACKAGE_SETS = ['source', 'headers', 'image'] as const;
export type PackageSet = (typeof PACKAGE_SETS)[number];

export interface PackageVersion {
  readonly name: string;
  readonly version: string;
}

export interface ResolvedSet {
  /** The ABI name (`6.1.0-56`), or the release itself for the source set. */
  readonly abi: string;
  readonly packages: readonly PackageVersion[];
}

/** What `packages.json` holds: the sets that are unpacked, with the exact versions they came from. */
export interface PackageRecord {
  readonly release: string;
  readonly sets: Readonly<Partial<Record<PackageSet, ResolvedSet>>>;
}

/** Where the unpacked parts of a release lie. A path is set exactly when its set is unpacked. */
export interface KernelPackages {
  readonly release: string;
  /** ABI of headers and image, such as `6.12.117+deb12`. */
  readonly abi?: string;
  /** Version by package name, of all unpacked sets. */
  readonly versions: Readonly<Record<string, string>>;
  /** Root of the source tree. */
  readonly sourceDir?: string;
  /** Folder to pass to `make -C`. */
  readonly kdir?: string;
  /** `Module.symvers` of the configuration that Debian ships. */
  readonly symversFile?: string;
  /** `.config` of that build. */
  readonly configFile?: string;
  readonly imageDir?: string;
  readonly vmlinuz?: string;
  /** `lib/modules/<abi>` of the image. */
  readonly modulesDir?: string;
}

/** Folder that holds everything fetched: `KERNEL_NOTES_CACHE`, else `.cache/kernel` of the project. Always absolute. */
export function kernelCacheDir(): string {
  const chosen = process.env['KERNEL_NOTES_CACHE'];
  if (chosen !== undefined && chosen !== '') return resolve(chosen);
  return join(dirname(dirname(dirname(fileURLToPath(import.meta.url)))), '.cache', 'kernel');
}

/**
 * Names and versions of the packages of one set, newest ABI that has headers as well as an image, unless `abi` names one.
 * Throws when the archive has none, naming the command that refreshes the lists.
 */
export function resolvePackages(release: string, set: PackageSet, abi?: string): ResolvedSet {
  if (!RE_RELEASE.test(release)) throw new RangeError(`Unexpected release "${release}", expected one such as 6.1`);
  if (set === 'source') return { abi: release, packages: [versionOf(`linux-source-${release}`)] };
  const chosen = abi ?? newestAbi(release);
  if (set === 'image') return { abi: chosen, packages: [versionOf(`linux-image-${chosen}-${ARCHITECTURE}`)] };
  const headers = `linux-headers-${chosen}-${ARCHITECTURE}`;
  const wanted = dependenciesOf(headers).filter((name) => /^linux-(headers-.*-common|kbuild-.*)$/.test(name));
  return { abi: chosen, packages: [headers, ...wanted].map(versionOf) };
}

/**
 * Makes sure that the sets are unpacked and returns where. Needs the network only for sets that are missing;
 * downloaded archives are removed once unpacked. Headers and image always share one ABI.
 */
export function fetchPackages(release: string, sets: readonly PackageSet[] = PACKAGE_SETS): KernelPackages {
  const dir = join(kernelCacheDir(), release);
  mkdirSync(dir, { recursive: true });
  for (const set of sets) {
    const record = readRecord(release);
    if (record.sets[set] !== undefined && existsSync(join(dir, set))) continue;
    const fixedAbi = set === 'source' ? undefined : (record.sets.headers ?? record.sets.image)?.abi;
    const resolved = resolvePackages(release, set, fixedAbi);
    unpackSet(dir, set, resolved);
    const next: PackageRecord = { release, sets: { ...record.sets, [set]: resolved } };
    writeFileSync(join(dir, 'packages.json'), `${JSON.stringify(next, undefined, 2)}\n`);
  }
  const found = locatePackages(release);
  if (found === undefined) throw new Error(`Nothing unpacked in ${dir}`);
  return found;
}

/** What is unpacked of a release, without asking the archive; `undefined` when nothing is. */
export function locatePackages(release: string): KernelPackages | undefined {
  const dir = join(kernelCacheDir(), release);
  const { sets } = readRecord(release);
  const present = PACKAGE_SETS.filter((set) => sets[set] !== undefined && existsSync(join(dir, set)));
  if (present.length === 0) return undefined;
  const versions = Object.fromEntries(
    present.flatMap((set) => (sets[set]?.packages ?? []).map(({ name, version }) => [name, version])),
  );
  const abi = sets.headers?.abi ?? sets.image?.abi;
  const kdir = join(dir, 'headers', 'usr', 'src', `linux-headers-${abi}-${ARCHITECTURE}`);
  const imageDir = join(dir, 'image');
  return {
    release,
    versions,
    ...(abi === undefined ? {} : { abi }),
    ...(present.includes('source') ? { sourceDir: join(dir, 'source') } : {}),
    ...(present.includes('headers')
      ? { kdir, symversFile: join(kdir, 'Module.symvers'), configFile: join(kdir, '.config') }
      : {}),
    ...(present.includes('image')
      ? {
          imageDir,
          vmlinuz: join(imageDir, 'boot', `vmlinuz-${abi}-${ARCHITECTURE}`),
          modulesDir: join(imageDir, 'lib', 'modules', `${abi}-${ARCHITECTURE}`),
        }
      : {}),
  };
}

function readRecord(release: string): PackageRecord {
  const file = join(kernelCacheDir(), release, 'packages.json');
  if (!existsSync(file)) return { release, sets: {} };
  const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (typeof value !== 'object' || value === null || !('sets' in value)) {
    throw new Error(`${file} is not a record of packages; remove the folder and fetch again`);
  }
  return value as PackageRecord;
}

function unpackSet(dir: string, set: PackageSet, resolved: ResolvedSet): void {
  const work = join(dir, `.${set}-unpacking`);
  rmSync(work, { recursive: true, force: true });
  const debs = join(work, 'debs');
  const root = join(work, 'root');
  mkdirSync(debs, { recursive: true });
  mkdirSync(root);
  const wanted = resolved.packages.map(({ name, version }) => `${name}=${version}`);
  run('apt-get', ['download', '-q', ...wanted], debs);
  for (const deb of readdirSync(debs)) {
    run('dpkg', ['-x', join(debs, deb), root], work);
    rmSync(join(debs, deb));
  }
  const target = join(dir, set);
  rmSync(target, { recursive: true, force: true });
  if (set === 'source') {
    const tree = join(work, 'tree');
    mkdirSync(tree);
    const archive = join(root, 'usr', 'src', `linux-source-${resolved.abi}.tar.xz`);
    run('tar', ['-xJf', archive, '-C', tree, '--strip-components=1'], work);
    renameSync(tree, target);
  } else {
    renameSync(root, target);
  }
  if (set === 'headers') relocateHeaders(target, resolved.abi);
  rmSync(work, { recursive: true, force: true });
}

/** The Makefile of the architecture's folder includes the common one by an absolute path; point it into `root`. */
function relocateHeaders(root: string, abi: string): void {
  const file = join(root, 'usr', 'src', `linux-headers-${abi}-${ARCHITECTURE}`, 'Makefile');
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replaceAll(/(?<=^|[\s=:])\/usr\/src\//gm, `${root}/usr/src/`));
}

function newestAbi(release: string): string {
  const pattern = new RegExp(
    `^linux-headers-(${release.replace('.', '\\.')}\\.\\d+(?:-\\d+|\\+[a-z0-9]+)?)-${ARCHITECTURE}$`,
  );
  const names = new Set(run('apt-cache', ['pkgnames', 'linux-']).split('\n'));
  const abis = [...names]
    .map((name) => pattern.exec(name)?.[1])
    .filter((abi) => abi !== undefined && names.has(`linux-image-${abi}-${ARCHITECTURE}`))
    .filter((abi) => abi !== undefined);
  const newest = abis.sort(compareAbis).at(-1);
  if (newest === undefined) throw unobtainable(`linux-headers-${release}*-${ARCHITECTURE}`);
  return newest;
}

function compareAbis(a: string, b: string): number {
  const [left, right] = [a, b].map((abi) => (abi.match(/\d+/g) ?? []).map(Number));
  for (let index = 0; index < 4; index++) {
    const difference = (left?.[index] ?? 0) - (right?.[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function versionOf(name: string): PackageVersion {
  const version = fieldOf(name, 'Version');
  if (version === undefined) throw unobtainable(name);
  return { name, version };
}

function dependenciesOf(name: string): readonly string[] {
  return (fieldOf(name, 'Depends') ?? '').split(/[,|]/).map((part) => part.trim().split(' ')[0] ?? '');
}

function fieldOf(name: string, field: string): string | undefined {
  let text: string;
  try {
    text = run('apt-cache', ['show', '--no-all-versions', name]);
  } catch {
    return undefined;
  }
  return new RegExp(`^${field}: (.*)$`, 'm').exec(text)?.[1];
}

function unobtainable(name: string): RangeError {
  return new RangeError(
    `No package ${name} in the lists of apt; run "apt-get update" on a Debian that has it, with its security archive`,
  );
}

function run(command: string, args: readonly string[], cwd?: string): string {
  try {
    return execFileSync(command, args, {
      cwd,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      maxBuffer: 1 << 28,
    });
  } catch (cause) {
    const detail = cause instanceof Error && 'stderr' in cause ? String(cause.stderr).trim() : '';
    throw new Error(`${command} ${args.join(' ')} failed${detail === '' ? '' : `: ${detail}`}`, { cause });
  }
}
