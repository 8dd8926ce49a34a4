/**
 * `npm run bench -- dev [--n 200] [--edits 7] [--seed 1]`: how long an edited note takes to be on its page under `npm run dev`. A made-up corpus is
 * served, one note after the other gets a new word, and its page is asked for until it shows it. Clock time, so only a quiet machine tells the truth.
 */
import { spawn } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { makeCorpus } from './bench/make-corpus.ts';

const ROOT = join(import.meta.dirname, '..');
const WORK = join(ROOT, '.cache', 'bench-dev');
const PORT = 4390;
const ASK_EVERY_MS = 80;
const MOST_MS = 60_000;

/** Prints the times and returns the exit status: 1 when an edit was not shown within a minute. */
export async function benchDev(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      n: { type: 'string', default: '200' },
      edits: { type: 'string', default: '7' },
      seed: { type: 'string', default: '1' },
    },
  });
  const [count, edits] = [Number(values.n), Number(values.edits)];
  rmSync(WORK, { recursive: true, force: true });
  const corpus = join(WORK, 'notes');
  const files = makeCorpus(corpus, { count, seed: Number(values.seed) });
  const server = spawn(process.execPath, [join(ROOT, 'scripts', 'dev.ts')], {
    cwd: ROOT,
    env: { ...process.env, NOTES_DIR: corpus, PORT: String(PORT) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const started = performance.now();
    const base = await firstLine(server.stdout);
    process.stdout.write(
      `${count} notes, served after ${((performance.now() - started) / 1000).toFixed(1)} s at ${base}\n`,
    );
    const times: number[] = [];
    for (let edit = 0; edit < edits; edit++) {
      const file = files[Math.floor((edit * files.length) / edits)] ?? '';
      const url = `${base}topics/${file.replace(/\.md$/, '')}/`;
      const response = await fetch(url); // As a reader who has the page open.
      if (!response.ok) throw new Error(`${url}: status ${response.status}`);
      times.push(await timeEdit(join(corpus, file), url, `edited${edit}`));
      process.stdout.write(`  ${times.at(-1)?.toFixed(0)} ms  ${file}\n`);
    }
    const sorted = times.toSorted((a, b) => a - b);
    process.stdout.write(`median ${sorted[edits >> 1]?.toFixed(0)} ms, longest ${sorted.at(-1)?.toFixed(0)} ms\n`);
    return 0;
  } catch (problem) {
    process.stderr.write(`${problem instanceof Error ? problem.message : problem}\n`);
    return 1;
  } finally {
    server.kill();
    rmSync(WORK, { recursive: true, force: true });
  }
}

async function firstLine(stream: NodeJS.ReadableStream): Promise<string> {
  let text = '';
  for await (const chunk of stream) {
    text += String(chunk);
    if (text.includes('\n')) break;
  }
  const line = text.split('\n')[0] ?? '';
  if (!line.startsWith('http')) throw new Error(`The server said: ${text}`);
  return line;
}

/** Milliseconds from the edit to the first answer that shows `word`. */
async function timeEdit(path: string, url: string, word: string): Promise<number> {
  const text = readFileSync(path, 'utf8');
  const at = text.indexOf('.', text.indexOf('## Why'));
  const start = performance.now();
  writeFileSync(path, `${text.slice(0, at)} ${word}${text.slice(at)}`);
  while (performance.now() - start < MOST_MS) {
    if ((await (await fetch(url)).text()).includes(word)) return performance.now() - start;
    await new Promise((settle) => setTimeout(settle, ASK_EVERY_MS));
  }
  throw new Error(`${url} does not show the edit of ${path}`);
}
