import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { BuildResult } from './derive-verdict.ts';

export interface Build {
  /** Folders to copy into the build folder, later ones over earlier ones. */
  readonly sources: readonly string[];
  /** The build folder; emptied first. */
  readonly dir: string;
  /** Folder of the kernel's headers. */
  readonly kdir: string;
  /** What the shell runs there, with `KDIR` in its environment. */
  readonly command: string;
  /** Modules that must be there afterwards, without `.ko`. */
  readonly modules: readonly string[];
  /** C files that become static programs for the guest. */
  readonly programs?: readonly string[];
  readonly limitSeconds?: number;
}

export interface Built extends BuildResult {
  /** Modules and programs that came out, absolute paths. */
  readonly files: readonly string[];
}

/** Characters of output that are kept. */
const OUTPUT_LIMIT = 1_000_000;

/** Builds a module in a copy of its folder, at low priority and in a bare environment; never throws for what make does. */
export async function buildModule(build: Build): Promise<Built> {
  rmSync(build.dir, { recursive: true, force: true });
  mkdirSync(build.dir, { recursive: true });
  for (const source of build.sources) cpSync(source, build.dir, { recursive: true });
  const programs = (build.programs ?? []).map((file) => ({ file, name: basename(file, '.c') }));
  const compile = programs.map(({ file, name }) => `gcc -static -O2 -Wall -Wextra -o ${name} ${file}`);
  const { exitCode, output } = await runShell([build.command, ...compile].join(' && '), build);
  const modules = build.modules.map((name) => `${name}.ko`);
  const there = (name: string) => existsSync(join(build.dir, name));
  return {
    exitCode,
    output: output.split('\n').filter((line) => line !== ''),
    missing: modules.filter((name) => !there(name)),
    files: [...modules, ...programs.map(({ name }) => name)].filter(there).map((name) => join(build.dir, name)),
  };
}

/** The whole group of processes is stopped when the time is up, or when the lab itself goes. */
function runShell(line: string, { dir, kdir, limitSeconds }: Build): Promise<{ exitCode: number; output: string }> {
  const child = spawn('nice', ['-n', '10', 'sh', '-c', `exec 2>&1; ${line}`], {
    cwd: dir,
    env: { PATH: '/usr/bin:/bin:/usr/sbin:/sbin', HOME: dir, TMPDIR: dir, LC_ALL: 'C', KDIR: kdir },
    stdio: ['ignore', 'pipe', 'ignore'],
    detached: true,
  });
  const stop = () => {
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGKILL');
  };
  process.on('exit', stop);
  const timer = setTimeout(stop, (limitSeconds ?? 180) * 1000);
  return new Promise((resolve, reject) => {
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      if (output.length < OUTPUT_LIMIT) output += chunk;
    });
    child.on('error', reject);
    child.on('close', (code) => {
      clearTimeout(timer);
      process.off('exit', stop);
      resolve({ exitCode: code ?? 124, output });
    });
  });
}
