/**
 * `npm run check`: format and lint, types, dead code, then the diagnostics of the notes. Every part runs, so that one run tells
 * everything; the exit status is 1 when a part found something.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');
const MODULES = join(ROOT, 'node_modules');

interface Part {
  readonly name: string;
  /** Script for Node, below the project. */
  readonly script: string;
  readonly args: readonly string[];
}

const PARTS: readonly Part[] = [
  {
    name: 'format and lint',
    script: join(MODULES, '@biomejs', 'biome', 'bin', 'biome'),
    args: ['ci', '--diagnostic-level=error', ...(process.stdout.isTTY ? [] : ['--colors=off'])],
  },
  { name: 'types', script: join(MODULES, 'typescript7', 'bin', 'tsc'), args: ['--noEmit', '-p', '.'] },
  {
    name: 'types of components',
    script: join(MODULES, '@astrojs', 'check', 'bin', 'astro-check.js'),
    args: ['--minimumSeverity', 'error'],
  },
  { name: 'dead code', script: join(MODULES, 'knip', 'bin', 'knip.js'), args: [] },
  { name: 'notes', script: join(ROOT, 'scripts', 'notes.ts'), args: ['check'] },
];

const only = process.argv.slice(2).filter((argument) => !argument.startsWith('-'));
const chosen = PARTS.filter(({ name }) => only.length === 0 || only.includes(name));
const failed = chosen.filter((part) => !runPart(part)).map(({ name }) => name);
process.stdout.write(failed.length === 0 ? '\nAll is well.\n' : `\nSomething was found by: ${failed.join(', ')}.\n`);
process.exitCode = failed.length === 0 ? 0 : 1;

/** Runs one part; `true` when it found nothing. What it prints is shown as it comes. */
function runPart({ name, script, args }: Part): boolean {
  process.stdout.write(`\n== ${name}\n`);
  if (!existsSync(script)) {
    process.stdout.write(`There is no ${script}: run npm install.\n`);
    return false;
  }
  return spawnSync(process.execPath, [script, ...args], { cwd: ROOT, stdio: 'inherit' }).status === 0;
}
