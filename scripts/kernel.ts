/**
 * The kernel inventory at the terminal: `npm run kernel -- COMMAND`.
 *
 *     fetch [RELEASE…]              get Debian's source and headers, unpacked and never installed, and index them
 *     index --tree DIR --release R  index any source tree under any label
 *     ship                          join the local indexes of 6.1 and 6.12 into what a clone carries
 *     list [PREFIX]                 names, with their kinds and releases
 *     show NAME                     every definition of a name, best first, with the reasons for the order, and what took its place
 *     diff A B                      exported names that came, went or changed
 *
 * `list`, `show` and `diff` take `--json`; they read the full local index where there is one, else the shipped inventory; they say which.
 * `list` and `show` speak of every release that can be read, or of the one that `--release` names.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { openKnowledge, openPackedInventory } from '../src/kernel/read-inventory.ts';
import { RELEASES } from '../src/model/entity.ts';
import { indexTree } from './kernel/index-tree.ts';
import { asReleaseLabel, localIndexDir, openRelease, openReleases, SHIPPED_DIR } from './kernel/open-releases.ts';
import { packTree } from './kernel/pack-tree.ts';
import { fetchPackages } from './kernel/packages.ts';
import { readSymvers } from './kernel/read-symvers.ts';
import { readTreeVersion } from './kernel/read-tree-version.ts';
import { changeLine, compareExports, describeRecord, exportBasis, listNames } from './kernel/report-names.ts';
import { parseConfig } from './kernel/scan-kconfig.ts';
import { shipInventory } from './kernel/ship-inventory.ts';

const USAGE = `npm run kernel -- COMMAND
  fetch [RELEASE...]              get Debian's source and headers and index them; 6.1 and 6.12 unless named
  index --tree DIR --release R    index any source tree under a label such as 6.6 or mainline; --config FILE,
                                  --symvers FILE, --generated DIR, --package-version TEXT and --out DIR tell more
                                  about it (a built tree has its own .config and Module.symvers)
  ship                            join the local indexes of 6.1 and 6.12 into src/content/kernel/inventory
  list [PREFIX] [--release R]     names that begin so, at most 200
  show NAME [--release R]         every definition of a name, and what took its place
  diff A B                        exported names that came, went or changed; 6.1 and 6.12 unless named
  list, show and diff take --json`;
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
      for (const release of rest.length === 0 ? RELEASES : rest.map(asReleaseLabel)) await fetchRelease(release);
      return 0;
    case 'index': {
      if (values.tree === undefined || values.release === undefined) return fail('index needs --tree and --release');
      const files = { ...values, packageVersion: values['package-version'] };
      if (!existsSync(values.tree)) return fail(`no folder ${values.tree}`);
      await indexRelease(asReleaseLabel(values.release), resolve(values.tree), files);
      return 0;
    }
    case 'ship':
      return ship(values.out ?? SHIPPED_DIR, Number(values.quality));
    case 'list':
      return list(rest[0] ?? '', values.release, values.json === true);
    case 'show':
      return rest[0] === undefined ? fail('show needs a name') : show(rest[0], values.release, values.json === true);
    case 'diff':
      return diff(rest[0] ?? RELEASES[0], rest[1] ?? RELEASES[1], values.json === true);
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

async function fetchRelease(release: string): Promise<void> {
  const { sourceDir, configFile, symversFile, kdir, versions } = fetchPackages(release, ['source', 'headers']);
  if (sourceDir === undefined) throw new Error(`No source of ${release} after fetching it`);
  await indexRelease(release, sourceDir, {
    config: configFile,
    symvers: symversFile,
    generated: kdir,
    packageVersion: versions[`linux-source-${release}`],
  });
}

async function indexRelease(release: string, treeDir: string, files: IndexFiles): Promise<void> {
  const config = files.config ?? existing(join(treeDir, '.config'));
  const symvers = files.symvers ?? existing(join(treeDir, 'Module.symvers'));
  const tree = indexTree({
    release,
    treeDir,
    config: config === undefined ? undefined : parseConfig(readFileSync(config, 'latin1')),
    symvers: symvers === undefined ? undefined : readSymvers(readFileSync(symvers, 'latin1')),
    generatedDir: files.generated,
    packageVersion: files.packageVersion ?? readTreeVersion(treeDir) ?? 'version unknown',
  });
  const dir = files.out ?? localIndexDir(release);
  const sizes = await packTree(dir, release, tree);
  print(`${release}: ${tree.files.length} files, ${tree.store.names.size} names, ${tree.exports.size} exports`);
  printSizes(dir, sizes);
}

async function ship(dir: string, quality: number): Promise<number> {
  const [older, newer] = RELEASES.map(localIndexDir);
  if (older === undefined || newer === undefined || !existsSync(older) || !existsSync(newer)) {
    return fail('ship needs the local indexes of both releases; run "npm run kernel -- fetch 6.1 6.12" first');
  }
  printSizes(dir, await shipInventory(dir, openPackedInventory(older), openPackedInventory(newer), quality));
  return 0;
}

function list(prefix: string, release: string | undefined, isJson: boolean): number {
  const found = openReleases(release).map(({ inventory, label }) => ({
    label,
    names: listNames(inventory, prefix, LIST_LIMIT),
  }));
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

function show(name: string, release: string | undefined, isJson: boolean): number {
  const found = openReleases(release).map(({ inventory, label }) => ({
    label,
    inventory,
    record: inventory.lookup(name),
  }));
  const { successions } = openKnowledge(dirname(SHIPPED_DIR));
  const went = successions
    .filter(({ from }) => from === name)
    .map(({ kinds, replacedBy, how }) => ({ kinds, replacedBy, how }));
  if (isJson)
    printJson(
      found.map(({ label, record }) => ({
        label,
        record: record ?? null,
        ...(went.length === 0 ? {} : { successions: went }),
      })),
    );
  else {
    for (const { label, inventory, record } of found) {
      print(`# ${label}`);
      if (record !== undefined) for (const line of describeRecord(record, inventory)) print(line);
      else if (went.length > 0) print(`${name}: not defined`);
      else if (inventory.isLeftOut(name)) print(`${name}: only a full local index can tell`);
      else print(`${name}: not defined${inventory.wordOccurs(name) ? '; the word occurs' : ''}`);
    }
    for (const { kinds, replacedBy, how } of went)
      print(`gone as ${kinds.join(', ')}; now ${replacedBy.length === 0 ? 'nothing' : replacedBy.join(', ')}: ${how}`);
  }
  return found.some(({ record }) => record !== undefined) ? 0 : 1;
}

function diff(from: string, to: string, isJson: boolean): number {
  const older = openRelease(from);
  const newer = openRelease(to);
  const basis = exportBasis(older.inventory, from, newer.inventory, to);
  const changes = compareExports(older.inventory, from, newer.inventory, to, basis);
  if (isJson) printJson({ from: older.label, to: newer.label, basis, changes });
  else {
    print(`# ${older.label === newer.label ? older.label : `${older.label}; ${newer.label}`}`);
    if (basis === 'source')
      print('# exports as the sources have them: one of the two was indexed without a Module.symvers');
    for (const change of changes) print(changeLine(change));
    const count = (wanted: string) => changes.filter(({ change }) => change === wanted).length;
    print(`# ${count('went')} went, ${count('came')} came, ${count('changed')} changed`);
  }
  return 0;
}

function existing(file: string): string | undefined {
  return existsSync(file) ? file : undefined;
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
