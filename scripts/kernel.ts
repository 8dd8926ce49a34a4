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
 * `list`, `show` and `diff` read the full local index where there is one, else the shipped inventory; they say which.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createInventory, type Inventory, type NameRecord } from '../src/kernel/inventory.ts';
import { openPackedInventory } from '../src/kernel/read-inventory.ts';
import { RELEASES, type Release } from '../src/model/entity.ts';
import { indexTree } from './kernel/index-tree.ts';
import { packTree } from './kernel/pack-tree.ts';
import { fetchPackages, kernelCacheDir } from './kernel/packages.ts';
import { readSymvers } from './kernel/read-symvers.ts';
import { parseConfig } from './kernel/scan-kconfig.ts';
import { shipInventory } from './kernel/ship-inventory.ts';

const USAGE = `npm run kernel -- COMMAND
  fetch [RELEASE...]              get Debian's source and headers and index them
  index --tree DIR --release R    index any source tree; --config FILE, --symvers FILE, --generated DIR,
                                  --package-version TEXT and --out DIR tell more about it
  ship                            join both local indexes into src/content/kernel/inventory
  list [PREFIX]                   names that begin so, at most 200
  show NAME                       every definition of a name
  diff 6.1 6.12                   exported names that came, went or changed`;
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

process.exitCode = needsHeapLimit() ? runWithHeapLimit() : await main(process.argv.slice(2));

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
      await indexRelease(asRelease(values.release), resolve(values.tree), files);
      return 0;
    }
    case 'ship':
      return ship(values.out ?? SHIPPED_DIR, Number(values.quality));
    case 'list':
      return list(rest[0] ?? '');
    case 'show':
      return rest[0] === undefined ? fail('show needs a name') : show(rest[0]);
    case 'diff':
      return diff(asRelease(rest[0] ?? '6.1'), asRelease(rest[1] ?? '6.12'));
    default:
      return fail(command === undefined ? 'no command' : `unknown command ${command}`);
  }
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
  print(`${release}: ${tree.files.length} files, ${tree.store.names.length} names, ${tree.exports.size} exports`);
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

function list(prefix: string): number {
  for (const { inventory, label } of openAll()) {
    print(`# ${label}`);
    for (const name of inventory.namesWithPrefix(prefix, LIST_LIMIT)) {
      const record = inventory.lookup(name);
      if (record !== undefined) print(`${name}\t${record.kinds.join(',')}\t${Object.keys(record.facts).join(',')}`);
    }
  }
  return 0;
}

function show(name: string): number {
  let isKnown = false;
  for (const { inventory, label } of openAll()) {
    print(`# ${label}`);
    const record = inventory.lookup(name);
    if (record === undefined) {
      print(`${name}: not defined${inventory.wordOccurs(name) ? '; the word occurs' : ''}`);
      continue;
    }
    isKnown = true;
    showRecord(record, inventory.releases);
  }
  return isKnown ? 0 : 1;
}

function showRecord(record: NameRecord, releases: readonly Release[]): void {
  for (const release of releases) {
    const facts = record.facts[release];
    if (facts === undefined) {
      print(`${release}: absent`);
      continue;
    }
    const by = facts.exportedBy === undefined ? 'by the source only' : `by ${facts.exportedBy}`;
    const space = facts.namespace === undefined ? '' : ` in namespace ${facts.namespace}`;
    print(`${release}: ${facts.export === undefined ? 'not exported' : `exported (${facts.export}) ${by}${space}`}`);
    for (const { kind, form, file, line, signature, within, reasons } of facts.candidates) {
      const place = line === undefined ? file : `${file}:${line}`;
      const parts = [
        `  ${kind}${form === 'plain' ? '' : ` (${form})`}`,
        place,
        signature,
        within,
        `[${reasons.join(', ')}]`,
      ];
      print(parts.filter((part) => part !== undefined).join('  '));
    }
  }
}

function diff(from: Release, to: Release): number {
  const older = openFor(from);
  const newer = openFor(to);
  print(`# ${older.label}; ${newer.label}`);
  const left = exportsOf(older.inventory, from);
  const right = exportsOf(newer.inventory, to);
  for (const name of [...new Set([...left.keys(), ...right.keys()])].sort()) {
    const before = left.get(name);
    const after = right.get(name);
    if (after === undefined) print(`- ${name}`);
    else if (before === undefined) print(`+ ${name}\t${after}`);
    else if (before !== after) print(`~ ${name}\t${before}  ->  ${after}`);
  }
  return 0;
}

/** Export and signature of every name that Debian's build exports. */
function exportsOf(inventory: Inventory, release: Release): ReadonlyMap<string, string> {
  const out = new Map<string, string>();
  for (const name of inventory.namesWithPrefix('', Number.POSITIVE_INFINITY)) {
    const facts = inventory.lookup(name)?.facts[release];
    if (facts?.exportedBy === undefined) continue;
    out.set(name, [facts.export, facts.candidates[0]?.signature].filter((part) => part !== undefined).join(' '));
  }
  return out;
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

function asRelease(text: string): Release {
  const release = RELEASES.find((one) => one === text);
  if (release === undefined) throw new Error(`Unexpected release "${text}", expected one of ${RELEASES.join(', ')}`);
  return release;
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

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
