/**
 * The kernel inventory at the terminal: `npm run kernel -- COMMAND`.
 *
 *     fetch [RELEASE…]              get Debian's source and headers, unpacked and never installed, and index them
 *     index --tree DIR --release R  index any source tree
 *     ship                          join the local indexes of both releases into what a clone carries
 *     list [PREFIX]                 names, with their kinds and releases
 *     show NAME                     every definition of a name, best first, with the reasons for the order
 *     diff 6.1 6.12                 exported names that came, went or changed
 *
 * `list`, `show` and `diff` take `--json`; they read the full local index where there is one, else the shipped inventory; they say which.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createInventory, type Inventory } from '../src/kernel/inventory.ts';
import { openPackedInventory } from '../src/kernel/read-inventory.ts';
import { RELEASES, type Release } from '../src/model/entity.ts';
import { indexTree } from './kernel/index-tree.ts';
import { packTree } from './kernel/pack-tree.ts';
import { fetchPackages, kernelCacheDir } from './kernel/packages.ts';
import { readSymvers } from './kernel/read-symvers.ts';
import { asRelease, changeLine, compareExports, describeRecord, listNames } from './kernel/report-names.ts';
import { parseConfig } from './kernel/scan-kconfig.ts';
import { shipInventory } from './kernel/ship-inventory.ts';

const USAGE = `npm run kernel -- COMMAND
  fetch [RELEASE...]              get Debian's source and headers and index them
  index --tree DIR --release R    index any source tree; --config FILE, --symvers FILE, --generated DIR,
                                  --package-version TEXT and --out DIR tell more about it
  ship                            join both local indexes into src/content/kernel/inventory
  list [PREFIX]                   names that begin so, at most 200
  show NAME                       every definition of a name
  diff 6.1 6.12                   exported names that came, went or changed
  list, show and diff take --json`;
const SHIPPED_DIR = join(dirname(dirname(fileURLToPath(import.meta.url))), 'src', 'content', 'kernel', 'inventory');
const LIST_LIMIT = 200;
/** Keeps the index of one release below 1.5 GiB; the collector would rather use what the machine has. */
const HEAP_MIB = 1100;

interface IndexFiles {
  readonly config?: string | undefined;
  readonly symvers?: string | undefined;
  readonly generated?: string | undefined;
  readonly packageVersion?: string | undefined;
  readonly out?: string | undefined;
}

// A reader such as `head` has enough.
process.stdout.on('error', (problem: NodeJS.ErrnoException) => {
  if (problem.code !== 'EPIPE') throw problem;
  process.exit();
});
process.exitCode = needsHeapLimit() ? runWithHeapLimit() : await main(process.argv.slice(2)).catch(tellWrongUse);

async function main(argv: readonly string[]): Promise<number> {
  const { positionals, values } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      tree: { type: 'string' },
      release: { type: 'string' },
      config: { type: 'string' },
      symvers: { type: 'string' },
      generated: { type: 'string' },
      'package-version': { type: 'string' },
      out: { type: 'string' },
      quality: { type: 'string', default: '11' },
      json: { type: 'boolean' },
    },
  });
  const [command, ...rest] = positionals;
  switch (command) {
    case 'fetch':
      for (const release of rest.length === 0 ? RELEASES : rest.map(asRelease)) await fetchRelease(release);
      return 0;
    case 'index': {
      if (values.tree === undefined || values.release === undefined) return fail('index needs --tree and --release');
      const files = { ...values, packageVersion: values['package-version'] };
      if (!existsSync(values.tree)) return fail(`no folder ${values.tree}`);
      await indexRelease(asRelease(values.release), resolve(values.tree), files);
      return 0;
    }
    case 'ship':
      return ship(values.out ?? SHIPPED_DIR, Number(values.quality));
    case 'list':
      return list(rest[0] ?? '', values.json === true);
    case 'show':
      return rest[0] === undefined ? fail('show needs a name') : show(rest[0], values.json === true);
    case 'diff':
      return diff(asRelease(rest[0] ?? '6.1'), asRelease(rest[1] ?? '6.12'), values.json === true);
    default:
      return fail(command === undefined ? 'no command' : `unknown command ${command}`);
  }
}

/** Wrong arguments are told with the usage; anything else is a defect and keeps its trace. */
function tellWrongUse(problem: unknown): number {
  if (problem instanceof RangeError || isParseError(problem)) return fail(problem.message);
  throw problem;
}

function isParseError(problem: unknown): problem is TypeError {
  return problem instanceof TypeError && 'code' in problem && String(problem.code).startsWith('ERR_PARSE_ARGS');
}

function needsHeapLimit(): boolean {
  return (
    /^(?:fetch|index)$/.test(process.argv[2] ?? '') &&
    !process.execArgv.some((flag) => flag.startsWith('--max-old-space-size'))
  );
}

/** Runs the same command in a process of its own whose heap is limited; only a new process can be told. */
function runWithHeapLimit(): number {
  const args = [`--max-old-space-size=${HEAP_MIB}`, fileURLToPath(import.meta.url), ...process.argv.slice(2)];
  return spawnSync(process.execPath, args, { stdio: 'inherit' }).status ?? 1;
}

async function fetchRelease(release: Release): Promise<void> {
  const { sourceDir, configFile, symversFile, kdir, versions } = fetchPackages(release, ['source', 'headers']);
  if (sourceDir === undefined) throw new Error(`No source of ${release} after fetching it`);
  await indexRelease(release, sourceDir, {
    config: configFile,
    symvers: symversFile,
    generated: kdir,
    packageVersion: versions[`linux-source-${release}`],
  });
}

async function indexRelease(release: Release, treeDir: string, files: IndexFiles): Promise<void> {
  const tree = indexTree({
    release,
    treeDir,
    config: files.config === undefined ? undefined : parseConfig(readFileSync(files.config, 'latin1')),
    symvers: files.symvers === undefined ? undefined : readSymvers(readFileSync(files.symvers, 'latin1')),
    generatedDir: files.generated,
    packageVersion: files.packageVersion ?? 'unknown',
  });
  const dir = files.out ?? localDir(release);
  const sizes = await packTree(dir, release, tree);
  print(`${release}: ${tree.files.length} files, ${tree.store.names.size} names, ${tree.exports.size} exports`);
  printSizes(dir, sizes);
}

async function ship(dir: string, quality: number): Promise<number> {
  const [older, newer] = RELEASES.map(localDir);
  if (older === undefined || newer === undefined || !existsSync(older) || !existsSync(newer)) {
    return fail('ship needs the local indexes of both releases; run "npm run kernel -- fetch 6.1 6.12" first');
  }
  printSizes(dir, await shipInventory(dir, openPackedInventory(older), openPackedInventory(newer), quality));
  return 0;
}

function list(prefix: string, isJson: boolean): number {
  const found = openAll().map(({ inventory, label }) => ({ label, names: listNames(inventory, prefix, LIST_LIMIT) }));
  if (isJson) printJson(found);
  else
    for (const { label, names } of found) {
      print(`# ${label}`);
      for (const { name, kinds, releases } of names) print(`${name}\t${kinds.join(', ')}\t${releases.join(', ')}`);
      if (names.length === LIST_LIMIT) print(`# the first ${LIST_LIMIT}; a longer beginning finds the rest`);
      if (names.length === 0) print(`# no name begins with "${prefix}"`);
    }
  return 0;
}

function show(name: string, isJson: boolean): number {
  const found = openAll().map(({ inventory, label }) => ({ label, inventory, record: inventory.lookup(name) }));
  if (isJson) printJson(found.map(({ label, record }) => ({ label, record: record ?? null })));
  else
    for (const { label, inventory, record } of found) {
      print(`# ${label}`);
      if (record !== undefined) for (const line of describeRecord(record, inventory)) print(line);
      else if (inventory.isLeftOut(name)) print(`${name}: only a full local index can tell`);
      else print(`${name}: not defined${inventory.wordOccurs(name) ? '; the word occurs' : ''}`);
    }
  return found.some(({ record }) => record !== undefined) ? 0 : 1;
}

function diff(from: Release, to: Release, isJson: boolean): number {
  const older = openFor(from);
  const newer = openFor(to);
  const changes = compareExports(older.inventory, from, newer.inventory, to);
  if (isJson) printJson({ from: older.label, to: newer.label, changes });
  else {
    print(`# ${older.label === newer.label ? older.label : `${older.label}; ${newer.label}`}`);
    for (const change of changes) print(changeLine(change));
    const count = (wanted: string) => changes.filter(({ change }) => change === wanted).length;
    print(`# ${count('went')} went, ${count('came')} came, ${count('changed')} changed`);
  }
  return 0;
}

interface Opened {
  readonly inventory: Inventory;
  readonly label: string;
}

/** The shipped inventory, or one full local index for each release that has one. */
function openAll(): readonly Opened[] {
  const opened = new Map<string, Opened>();
  for (const release of RELEASES) {
    const one = openFor(release);
    opened.set(one.label, one);
  }
  return [...opened.values()];
}

function openFor(release: Release): Opened {
  const dir = existsSync(join(localDir(release), 'about.json')) ? localDir(release) : SHIPPED_DIR;
  const inventory = createInventory(openPackedInventory(dir));
  const versions = inventory.releases.map((one) => `${one} (${inventory.packageVersions[one]})`).join(', ');
  return {
    inventory,
    label: `${inventory.coverage === 'full' ? 'full local index' : 'shipped inventory'} of ${versions}`,
  };
}

function localDir(release: Release): string {
  return join(kernelCacheDir(), release, 'inventory');
}

function printSizes(dir: string, sizes: Readonly<Record<string, number>>): void {
  const total = Object.values(sizes).reduce((sum, size) => sum + size, 0);
  print(`${dir}: ${total} bytes`);
  for (const [name, size] of Object.entries(sizes)) print(`  ${name} ${size}`);
}

function fail(message: string): number {
  process.stderr.write(`${message}\n${USAGE}\n`);
  return 2;
}

function printJson(value: unknown): void {
  print(JSON.stringify(value, undefined, 1));
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
