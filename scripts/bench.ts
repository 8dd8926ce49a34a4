/**
 * Measures a build: `npm run bench -- [--n 1000] [--seed 1] [--words 600] [--keep] [--json]`.
 *
 * A corpus is made, then built cold (no cache, no output; pages are compiled anew, which the phase `program` tells apart), warm (the same again) and once more after one word of one note was
 * changed. `npm run bench -- search` measures the search instead, `-- slips` the proposals for misspelt names, `-- dev` an edit under `npm run dev`. CPU time is what counts: on a shared machine the clock says little.
 */
import { hash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { CACHE_DIR, PROGRAMS_DIR } from '../src/astro/cache-dir.ts';
import { makeCorpus } from './bench/make-corpus.ts';
import type { Measurement } from './bench/measure-command.ts';
import { measureCommand } from './bench/measure-command.ts';
import { type PageWeights, pagesOfNotes, weighPages } from './bench/weigh-pages.ts';

const ROOT = join(import.meta.dirname, '..');
const WORK = join(ROOT, '.cache', 'bench');
const CHANGED_SHOWN = 40;
const PAGES_WEIGHED = 200;

interface Run {
  readonly name: 'cold' | 'warm' | 'edited';
  readonly measured: Measurement;
  /** CPU seconds by phase, as the build tells them. */
  readonly phases: Readonly<Record<string, number>>;
  readonly files: ReadonlyMap<string, OutputFile>;
  /** Paths that are new, gone or other than in the run before. */
  readonly changed: readonly string[];
}
interface OutputFile {
  readonly size: number;
  readonly digest: string;
}

if (process.argv[2] === 'search') {
  const { benchSearch } = await import('./bench-search.ts');
  process.exit(await benchSearch(process.argv.slice(3)));
}
if (process.argv[2] === 'slips') {
  const { benchSlips } = await import('./bench-slips.ts');
  process.exit(benchSlips(process.argv.slice(3)));
}
if (process.argv[2] === 'dev') {
  const { benchDev } = await import('./bench-dev.ts');
  process.exit(await benchDev(process.argv.slice(3)));
}
const { values } = parseArgs({
  options: {
    n: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    words: { type: 'string', default: '600' },
    keep: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});
const count = Number(values.n);
if (!Number.isInteger(count) || count < 1) throw new Error(`--n ${values.n}: expected a whole number from 1 on.`);
await bench(count);

async function bench(notes: number): Promise<void> {
  rmSync(WORK, { recursive: true, force: true });
  const corpus = join(WORK, 'notes');
  const files = makeCorpus(corpus, { count: notes, seed: Number(values.seed), words: Number(values.words) });
  const runs: Run[] = [];
  for (const name of ['cold', 'warm', 'edited'] as const) {
    if (name === 'edited') editNote(join(corpus, files[Math.floor(notes / 2)] ?? ''));
    runs.push(await buildOnce(name, corpus, runs.at(-1)?.files));
  }
  const site = join(WORK, 'site');
  const weights = weighPages(site, pagesOfNotes(site, files, PAGES_WEIGHED));
  process.stdout.write(
    values.json
      ? `${JSON.stringify({ ...toJson(notes, runs), page: weights }, undefined, 2)}\n`
      : printTables(notes, runs) + printWeights(weights),
  );
  if (!values.keep) rmSync(WORK, { recursive: true, force: true });
}

function editNote(path: string): void {
  const text = readFileSync(path, 'utf8');
  const at = text.indexOf('.', text.indexOf('## Why'));
  writeFileSync(path, `${text.slice(0, at)} afterwards${text.slice(at)}`);
}

async function buildOnce(name: Run['name'], corpus: string, before: Run['files'] | undefined): Promise<Run> {
  const out = join(WORK, 'site');
  const timings = join(WORK, 'timings.json');
  mkdirSync(WORK, { recursive: true });
  rmSync(timings, { force: true });
  if (name === 'cold') for (const kept of [CACHE_DIR, PROGRAMS_DIR]) rmSync(kept, { recursive: true, force: true });
  const env = {
    ...process.env,
    NOTES_DIR: corpus,
    OUT_DIR: out,
    KERNEL_NOTES_TIMINGS: timings,
  };
  const measured = await measureCommand(process.execPath, [join(ROOT, 'scripts', 'build.ts')], env, ROOT);
  if (measured.status !== 0)
    throw new Error(`The ${name} build ended with status ${measured.status}:\n${measured.output.slice(-4000)}`);
  const files = listOutput(out);
  const phases = existsSync(timings) ? readPhases(timings) : {};
  return { name, measured, phases, files, changed: before === undefined ? [] : compareFiles(before, files) };
}

function readPhases(file: string): Run['phases'] {
  const { cpuSeconds } = JSON.parse(readFileSync(file, 'utf8')) as { readonly cpuSeconds: Run['phases'] };
  return cpuSeconds;
}

function listOutput(folder: string): ReadonlyMap<string, OutputFile> {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const files = paths.map((entry): [string, OutputFile] => {
    const path = join(entry.parentPath, entry.name);
    const bytes = readFileSync(path);
    return [path.slice(folder.length + 1), { size: bytes.length, digest: hash('sha256', bytes, 'hex') }];
  });
  return new Map(files);
}

function compareFiles(before: Run['files'], after: Run['files']): readonly string[] {
  const paths = new Set([...before.keys(), ...after.keys()]);
  return [...paths].filter((path) => before.get(path)?.digest !== after.get(path)?.digest).sort();
}

/** Changes of data files and of the word index are expected: they are counted apart. */
function isExpected(path: string): boolean {
  return /^(?:data|pagefind|search)\//.test(path);
}

function bytesOf(files: Run['files'], paths: readonly string[]): number {
  return paths.reduce((sum, path) => sum + (files.get(path)?.size ?? 0), 0);
}

function toJson(notes: number, runs: readonly Run[]): Readonly<Record<string, unknown>> {
  return {
    notes,
    runs: runs.map(({ name, measured, phases, files, changed }) => ({
      name,
      cpuSeconds: measured.cpuSeconds,
      wallSeconds: measured.wallSeconds,
      processPeakMib: measured.processPeakMib,
      treePeakMib: measured.treePeakMib,
      phases,
      files: files.size,
      bytes: bytesOf(files, [...files.keys()]),
      changed,
    })),
  };
}

function printTables(notes: number, runs: readonly Run[]): string {
  const lines = [`${notes} notes of about ${values.words} words, seed ${values.seed}`, ''];
  const row = (cells: readonly (string | number | undefined)[]) => lines.push(cells.map(formatCell).join('  '));
  row(['', 'CPU s', 'ms/note', 'clock s', 'peak MiB', 'tree MiB', 'files', 'MiB']);
  for (const { name, measured, files } of runs) {
    const { cpuSeconds, wallSeconds, processPeakMib, treePeakMib } = measured;
    const perNote = cpuSeconds === undefined ? undefined : (cpuSeconds * 1000) / notes;
    row([
      name,
      cpuSeconds,
      perNote,
      wallSeconds,
      processPeakMib,
      treePeakMib,
      files.size,
      bytesOf(files, [...files.keys()]) / 2 ** 20,
    ]);
  }
  const phases = [...new Set(runs.flatMap((run) => Object.keys(run.phases)))];
  if (phases.length > 0) {
    lines.push('', 'CPU seconds by phase');
    row(['', ...runs.map(({ name }) => name)]);
    for (const phase of phases) row([phase, ...runs.map((run) => run.phases[phase])]);
  }
  for (const { name, files, changed } of runs.slice(1)) {
    const own = changed.filter((path) => !isExpected(path));
    const others = changed.length - own.length;
    lines.push(
      '',
      `${name}: ${own.length} files changed (${(bytesOf(files, own) / 1024).toFixed(1)} KiB), and ${others} of data and word index`,
    );
    lines.push(...own.slice(0, CHANGED_SHOWN).map((path) => `  ${path}`));
    if (own.length > CHANGED_SHOWN) lines.push(`  … and ${own.length - CHANGED_SHOWN} more`);
  }
  return `${lines.join('\n')}\n`;
}

function printWeights({ pages, meanBytes, mostBytes, mostRequests }: PageWeights): string {
  const kib = (bytes: number) => (bytes / 1024).toFixed(1);
  return `\npage of a note, HTML, CSS and script in gzip: ${kib(meanBytes)} KiB, at most ${kib(mostBytes)} in ${mostRequests} requests (${pages} pages)\n`;
}

function formatCell(cell: string | number | undefined, at: number): string {
  const text =
    cell === undefined
      ? 'n/a'
      : typeof cell === 'string'
        ? cell
        : Number.isInteger(cell)
          ? String(cell)
          : cell.toFixed(1);
  return at === 0 ? text.padEnd(14) : text.padStart(9);
}
