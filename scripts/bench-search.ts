/**
 * Measures the search: `npm run bench -- search [--n 1000] [--seed 1] [--keep] [--failures] [--site FOLDER] [--queries FILE]
 * [--foreign | --documents]`.
 *
 * Builds the shipped notes and those of the evaluation among made-up ones, opens the site in a real browser, types every graded query into
 * the dialog and prints how often the right page comes first, in the first three, nDCG@10, and the same for Pagefind
 * alone; `--foreign` does so with the README files of the installed packages, which were written by others about other things, `--documents` with
 * documents of the kernel's own tree, which has to be in the cache. Then bytes, requests and the time from key to result. What has a limit is told at the end with its limit; the exit status is 1 where one is broken.
 */
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { type Browser, chromium, type Page } from 'playwright';
import { listResults } from '../src/search/report-answer.ts';
import { isWordQuery, SearchSession } from '../src/search/search-session.ts';
import { CONTENT_DIR } from '../src/site.ts';
import { findBrowser, NO_BROWSER } from '../tests/e2e/browser.ts';
import {
  DOCUMENT_LIST,
  DOCUMENT_QUERIES,
  EVALUATION_NOTES,
  FOREIGN_QUERIES,
  type GradedQuery,
  ndcgAt10,
  QUERY_FILES,
  type RightAnswer,
  readQueries,
} from '../tests/search/evaluation.ts';
import { copyDocuments } from './bench/copy-documents.ts';
import { makeCorpus } from './bench/make-corpus.ts';
import { measureCommand } from './bench/measure-command.ts';
import { measureNeeds } from './bench/measure-needs.ts';
import { kernelCacheDir } from './kernel/packages.ts';
import { openWords } from './open-words.ts';
import { serveFolder } from './serve.ts';

const ROOT = join(import.meta.dirname, '..');
const WORK = join(ROOT, '.cache', 'bench-search');
/** What `npm run kernel -- fetch 6.12` unpacks. */
const DOCUMENTS = join(kernelCacheDir(), '6.12', 'source', 'Documentation');
const INPUT = 'input[type=search]';
const RESULT = '[data-result] a';
const ANSWER_TIMEOUT_MS = 60_000;
/** Beginnings below which hundreds of names lie. */
const SHORT_QUERIES = ['a', 's', '_', 'm', 'de', 'tc', '__', 'sk', 'dev', 'tcp', '__t', 'loc'];
const FIRST_QUERY = 'copy_to_user';

interface SiteData {
  readonly entities: readonly {
    readonly id: string;
    readonly name: string;
    readonly url?: string;
    readonly entries: readonly string[];
  }[];
  readonly entries: readonly {
    readonly id: string;
    readonly kind: string;
    readonly title: string;
    readonly url: string;
    readonly source?: { readonly file: string };
  }[];
}

interface Outcome {
  readonly query: GradedQuery;
  readonly grades: readonly number[];
  readonly urls: readonly string[];
  readonly ideal: readonly number[];
}

interface Limit {
  readonly name: string;
  readonly value: number;
  readonly least?: number;
  readonly most?: number;
}

interface Transfer {
  readonly requests: number;
  /** Compressed bytes of the site's own files. */
  readonly own: number;
  /** Compressed bytes of Pagefind's. */
  readonly words: number;
}

/** Runs the command and returns its exit status. */
export async function benchSearch(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      n: { type: 'string', default: '1000' },
      seed: { type: 'string', default: '1' },
      site: { type: 'string' },
      keep: { type: 'boolean', default: false },
      failures: { type: 'boolean', default: false },
      queries: { type: 'string' },
      foreign: { type: 'boolean', default: false },
      documents: { type: 'boolean', default: false },
    },
  });
  const executablePath = findBrowser();
  if (executablePath === undefined) {
    process.stderr.write(`${NO_BROWSER}\n`);
    return 1;
  }
  const limits: Limit[] = [];
  const corpus = values.foreign
    ? 'foreign'
    : values.documents
      ? 'documents'
      : { count: Number(values.n), seed: Number(values.seed) };
  const site = values.site ?? (await buildSite(corpus, limits));
  const served = await serveFolder(site, '/', 0);
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    const data = readSiteData(site);
    const files = values.foreign ? [FOREIGN_QUERIES] : values.documents ? [DOCUMENT_QUERIES] : QUERY_FILES;
    const sets = (values.queries === undefined ? files : [values.queries]).map((file) => ({
      file,
      queries: readQueries(file),
    }));
    const queries = sets.flatMap((set) => set.queries);
    write(`${queries.length} queries, ${data.entities.length} names, ${data.entries.length} entries`);
    const { outcomes, plain, times } = await askAll(browser, served.url, queries, data);
    for (const set of sets) {
      const of = (all: readonly Outcome[]) => all.filter(({ query }) => set.queries.includes(query));
      write(`\n${basename(set.file)}\n${formatTable(of(outcomes), of(plain))}`);
      if (values.failures) write(formatFailures(of(outcomes)));
      limits.push(...recallLimits(basename(set.file), of(outcomes)));
    }
    write(await compareTerminal(site, served.url, outcomes));
    write(formatTimes(times));
    limits.push(
      { name: 'key to result, median of names asked again, ms', value: quantile(times.again, 0.5), most: 30 },
      { name: 'key to result, 95 % of names asked again, ms', value: quantile(times.again, 0.95), most: 30 },
    );
    const transfers = await measureTransfers(browser, served.url);
    write(transfers.text);
    limits.push(...(await byteLimits(site, queries, transfers.firstOwn)));
  } finally {
    await browser.close();
    await served.close();
    if (!values.keep && values.site === undefined) rmSync(WORK, { recursive: true, force: true });
  }
  const rows = limits.map(({ name, value, least, most }) => {
    const isKept = value >= (least ?? -Infinity) && value <= (most ?? Infinity);
    return `${isKept ? 'kept  ' : 'BROKEN'}  ${name}: ${value.toFixed(1)} (${least === undefined ? `at most ${most}` : `at least ${least}`})`;
  });
  write(`\n${rows.join('\n')}`);
  return rows.every((row) => row.startsWith('kept')) ? 0 : 1;
}

function write(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** Shares of right answers that the search promises, in percent; for words among the first three. */
const RECALL: Readonly<Record<string, number>> = { exact: 99, parts: 95, members: 95, paths: 95, words: 90 };

function recallLimits(set: string, outcomes: readonly Outcome[]): Limit[] {
  return Object.entries(RECALL).flatMap(([name, least]) => {
    const graded = outcomes.filter(({ query }) => query.queryClass === name);
    if (graded.length === 0) return [];
    const within = name === 'words' ? 3 : 1;
    const right = graded.filter(({ grades }) => grades.slice(0, within).includes(3)).length;
    return { name: `${set}: ${name}, right in the first ${within}, %`, value: (100 * right) / graded.length, least };
  });
}

/** Compressed bytes that answers need, the greatest over all queries. */
async function byteLimits(site: string, queries: readonly GradedQuery[], firstOwn: number): Promise<Limit[]> {
  const needs = await measureNeeds(
    site,
    queries.map(({ text }) => text),
  );
  const short = await measureNeeds(site, SHORT_QUERIES);
  write(
    SHORT_QUERIES.map(
      (text) => `${text}: ${short.requestsOf(text)} requests, ${kib(short.shardsOf(text)).toFixed(1)} KiB gzip`,
    ).join('\n'),
  );
  // What the browser fetched for its first query less the shards of that one.
  const fixed = firstOwn - needs.shardsOf(FIRST_QUERY);
  return [
    { name: `first answer, KiB gzip, dearest “${needs.dearest}”`, value: kib(fixed + needs.maxShards), most: 60 },
    { name: `later answer, KiB gzip, dearest “${needs.dearest}”`, value: kib(needs.maxShards), most: 15 },
    {
      name: `later answer to 1 to 3 letters, KiB gzip, dearest “${short.dearest}”`,
      value: kib(short.maxShards),
      most: 15,
    },
    { name: 'list of all names for “did you mean”, KiB gzip', value: kib(needs.nearby), most: 120 },
    { name: 'table of errors, KiB gzip', value: kib(needs.errors), most: 12 },
  ];
}

function kib(bytes: number): number {
  return bytes / 1024;
}

/** How often the terminal has the same first result as the browser. */
async function compareTerminal(site: string, origin: string, outcomes: readonly Outcome[]): Promise<string> {
  const session = new SearchSession(async (path) => readFileSync(join(site, 'search', path), 'utf8'));
  const words = await openWords(site, 'en');
  const others: string[] = [];
  for (const { query, urls } of outcomes) {
    const answer = await session.ask(query.text);
    if (answer === undefined) continue;
    const found = isWordQuery(answer) ? await words.search(query.text, 10) : undefined;
    const first = listResults(answer, found, origin, 10)[0]?.url;
    if (first !== urls[0]) others.push(`  ${query.text}: ${first} in the terminal, ${urls[0]} in the browser`);
  }
  await words.close();
  return [
    `\nterminal: the same first result for ${outcomes.length - others.length} of ${outcomes.length}`,
    ...others.slice(0, 10),
  ].join('\n');
}

/** Our notes among so many made-up ones, or notes of others. */
type Corpus = { readonly count: number; readonly seed: number } | 'foreign' | 'documents';

/** Builds the site of a corpus; its folder. */
async function buildSite(corpus: Corpus, limits: Limit[]): Promise<string> {
  const count = typeof corpus === 'string' ? 0 : corpus.count;
  const name = typeof corpus === 'string' ? corpus : String(count);
  const made = join(WORK, `notes-${name}`);
  const out = join(WORK, `site-${name}`);
  rmSync(made, { recursive: true, force: true });
  if (corpus === 'foreign') copyReadmes(made);
  else if (corpus === 'documents')
    copyDocuments(DOCUMENTS, readFileSync(DOCUMENT_LIST, 'utf8').trimEnd().split('\n'), made);
  else makeCorpus(made, corpus);
  const timings = join(WORK, `timings-${name}.json`);
  const folders =
    typeof corpus === 'string' ? [made] : [`own=${CONTENT_DIR}`, `read=${EVALUATION_NOTES}`, `made=${made}`];
  const env = {
    ...process.env,
    NOTES_DIR: folders.join(delimiter),
    OUT_DIR: out,
    KERNEL_NOTES_TIMINGS: timings,
  };
  const measured = await measureCommand(process.execPath, [join(ROOT, 'scripts', 'build.ts')], env, ROOT);
  if (measured.status !== 0) throw new Error(`The build failed:\n${measured.output}`);
  if (existsSync(timings)) {
    const { cpuSeconds } = JSON.parse(readFileSync(timings, 'utf8')) as {
      cpuSeconds: Readonly<Record<string, number>>;
    };
    const notes = Number(/(\d+) notes/.exec(measured.output)?.[1] ?? count);
    const own = Object.values(cpuSeconds).reduce((sum, seconds) => sum + seconds, 0);
    const others =
      measured.cpuSeconds === undefined
        ? ''
        : `, Pagefind and other helpers of the build ${perNote(measured.cpuSeconds - own, notes)}`;
    const names = cpuSeconds.names ?? 0;
    write(
      `${notes} notes, ${count} of them made up; CPU ms a note: index of names ${perNote(names, notes)}, documents for Pagefind ${perNote(cpuSeconds.words ?? 0, notes)}${others}`,
    );
    // The limit is one for notes of some 600 words; documents of the kernel have 1,300.
    if (corpus !== 'documents')
      limits.push({ name: 'index of names, CPU ms a note', value: (1000 * names) / notes, most: 2 });
  }
  return out;
}

/** The README files of the installed packages, each under the name of its package. */
function copyReadmes(folder: string): void {
  const packages = join(ROOT, 'node_modules');
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(packages).filter((known) => /^[a-z]/.test(known))) {
    const file = readdirSync(join(packages, name)).find((known) => known.toLowerCase() === 'readme.md');
    if (file !== undefined) copyFileSync(join(packages, name, file), join(folder, `${name}.md`));
  }
}

function perNote(seconds: number, notes: number): string {
  return ((seconds * 1000) / notes).toFixed(2);
}

function readSiteData(site: string): SiteData {
  const read = (name: 'entities' | 'entries') =>
    (JSON.parse(readFileSync(join(site, 'data', `${name}.json`), 'utf8')) as SiteData)[name];
  return { entities: read('entities') as SiteData['entities'], entries: read('entries') as SiteData['entries'] };
}

interface Answers {
  readonly outcomes: readonly Outcome[];
  /** Of Pagefind without us. */
  readonly plain: readonly Outcome[];
  /** Milliseconds from key to result: a query for the first time, and again. */
  readonly times: { readonly first: readonly number[]; readonly again: readonly number[] };
}

async function askAll(
  browser: Browser,
  url: string,
  queries: readonly GradedQuery[],
  data: SiteData,
): Promise<Answers> {
  const page = await browser.newPage();
  await page.goto(url);
  await openDialog(page);
  const outcomes: Outcome[] = [];
  const plain: Outcome[] = [];
  const times: { first: number[]; again: number[] } = { first: [], again: [] };
  for (const query of queries) {
    times.first.push(await ask(page, query.text));
    const urls = await page.$$eval(RESULT, (links) => links.map((link) => (link as HTMLAnchorElement).href));
    outcomes.push(grade(query, urls, data, url, false));
    plain.push(grade(query, await askPagefind(page, query.text), data, url, true));
    if (query.queryClass !== 'words') times.again.push(await askAgain(page, query.text));
  }
  await page.close();
  return { outcomes, plain, times };
}

async function openDialog(page: Page): Promise<void> {
  await page.keyboard.press('/');
  await page.locator(`dialog ${INPUT}`).waitFor();
  await page.locator('kn-search-panel').waitFor();
}

/** Types a query and waits until all of its answer is there; the milliseconds until the first part of it was shown. */
async function ask(page: Page, text: string): Promise<number> {
  return page.evaluate(
    async ({ text, timeout }) => {
      const input = document.querySelector<HTMLInputElement>('dialog input[type=search]');
      const panel = document.querySelector<HTMLElement>('kn-search-panel');
      if (input === null || panel === null) throw new Error('the dialog is not open');
      const started = performance.now();
      let shown: number | undefined;
      const done = new Promise<void>((resolve, reject) => {
        const observer = new MutationObserver(() => {
          if (panel.dataset.state !== 'asking') shown ??= performance.now() - started;
          if (panel.dataset.state === 'done') {
            observer.disconnect();
            resolve();
          }
        });
        observer.observe(panel, { attributeFilter: ['data-state'] });
        setTimeout(() => reject(new Error(`no answer to ${text}`)), timeout);
      });
      input.value = text;
      input.dispatchEvent(new InputEvent('input', { bubbles: true }));
      await done;
      return shown ?? 0;
    },
    { text, timeout: ANSWER_TIMEOUT_MS },
  );
}

async function askAgain(page: Page, text: string): Promise<number> {
  // A name that is known asks for nothing else.
  await ask(page, FIRST_QUERY);
  return ask(page, text);
}

async function askPagefind(page: Page, text: string): Promise<string[]> {
  return page.evaluate(async (query) => {
    const path = '/pagefind/pagefind.js';
    const pagefind = (await import(path)) as {
      search(text: string): Promise<{ results: { data(): Promise<{ url: string }> }[] }>;
    };
    const { results } = await pagefind.search(query);
    const pages = await Promise.all(results.slice(0, 10).map((result) => result.data()));
    return pages.map((found) => new URL(found.url, location.href).href);
  }, text);
}

/** For Pagefind, which has no pages of names, every entry that mentions the name is right. */
function grade(
  query: GradedQuery,
  urls: readonly string[],
  data: SiteData,
  origin: string,
  isByMention: boolean,
): Outcome {
  const targets = query.right.map((answer) =>
    urlsOf(answer, data, isByMention).map((url) => new URL(url, origin).href),
  );
  const seen = new Set<number>();
  const grades = urls.slice(0, 10).map((url) => {
    const at = targets.findIndex((set) =>
      set.some((target) => url === target || (!target.includes('#') && withoutFragment(url) === target)),
    );
    if (at < 0 || seen.has(at)) return 0;
    seen.add(at);
    return at === 0 ? 3 : 1;
  });
  return { query, grades, urls, ideal: targets.map((_, index) => (index === 0 ? 3 : 1)) };
}

function urlsOf({ kind, names }: RightAnswer, data: SiteData, isByMention: boolean): string[] {
  const entries = new Map(data.entries.map((entry) => [entry.id, entry]));
  if (kind === 'page') return data.entries.filter(({ title }) => names.includes(title)).map(({ url }) => url);
  if (kind === 'file')
    return data.entries.filter(({ source }) => names.includes(source?.file ?? '')).map(({ url }) => url);
  if (kind === 'entry') {
    return data.entries
      .filter((entry) => names.some((name) => `${entry.kind}s/${entry.id.split('/').at(-1)}` === name))
      .map(({ url }) => url);
  }
  const found = data.entities.filter(({ id, name }) => names.includes(id) || names.includes(name));
  if (isByMention) return found.flatMap((entity) => entity.entries.flatMap((id) => entries.get(id)?.url ?? []));
  return found.flatMap(({ url }) => url ?? []);
}

function withoutFragment(url: string): string {
  return url.replace(/#.*$/, '');
}

function formatTable(ours: readonly Outcome[], plain: readonly Outcome[]): string {
  const classes = [...new Set(ours.map(({ query }) => query.queryClass))];
  const rows = [...classes, 'all'].map((name) => {
    const of = (outcomes: readonly Outcome[]): Outcome[] =>
      outcomes.filter(({ query }) => name === 'all' || query.queryClass === name);
    const share = (outcomes: readonly Outcome[], within: number): string =>
      `${((100 * outcomes.filter(({ grades }) => grades.slice(0, within).includes(3)).length) / outcomes.length).toFixed(1)} %`;
    const gain = (outcomes: readonly Outcome[]): string =>
      (outcomes.reduce((sum, { grades, ideal }) => sum + ndcgAt10(grades, ideal), 0) / outcomes.length).toFixed(3);
    const [a, b] = [of(ours), of(plain)];
    return [name, String(a.length), share(a, 1), share(a, 3), gain(a), share(b, 1), share(b, 3), gain(b)];
  });
  const head = ['class', 'queries', 'first', 'in three', 'nDCG@10', 'Pagefind: first', 'in three', 'nDCG@10'];
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)));
  return [head, ...rows]
    .map((row) =>
      row
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
        .join('  '),
    )
    .join('\n');
}

function formatFailures(outcomes: readonly Outcome[]): string {
  return outcomes
    .filter(({ grades }) => grades[0] !== 3)
    .map(
      ({ query, grades, urls }) =>
        `${query.queryClass}: ${query.text}\n  right at ${grades.indexOf(3) + 1 || 'none'}; first: ${urls.slice(0, 3).join(' ')}`,
    )
    .join('\n');
}

function formatTimes({ first, again }: Answers['times']): string {
  const at = (times: readonly number[], share: number): string => quantile(times, share).toFixed(1);
  const line = (name: string, times: readonly number[]): string =>
    `key to result, ${name}: median ${at(times, 0.5)} ms, 95 % within ${at(times, 0.95)} ms, longest ${at(times, 1)} ms`;
  return `\n${line('asked first', first)}\n${line('asked again', again)}`;
}

function quantile(times: readonly number[], share: number): number {
  return [...times].sort((a, b) => a - b)[Math.floor(share * (times.length - 1))] ?? 0;
}

/** What a fresh reader's browser fetches for a first and for later queries, and for words. */
async function measureTransfers(browser: Browser, url: string): Promise<{ text: string; firstOwn: number }> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const log: { url: string; body: Promise<Buffer> }[] = [];
  page.on('response', (response) =>
    log.push({ url: response.url(), body: response.body().catch(() => Buffer.alloc(0)) }),
  );
  const drain = async (): Promise<Transfer> => {
    await page.waitForLoadState('networkidle');
    const taken = await Promise.all(
      log.splice(0).map(async ({ url: address, body }) => ({ address, size: gzipSync(await body).length })),
    );
    const sum = (isWords: boolean): number =>
      taken
        .filter(({ address }) => address.includes('/pagefind/') === isWords)
        .reduce((total, { size }) => total + size, 0);
    return { requests: taken.length, own: sum(false), words: sum(true) };
  };
  await page.goto(url);
  await drain();
  await openDialog(page);
  const lines: string[] = [];
  let firstOwn = 0;
  for (const [name, text] of [
    ['first, a name', FIRST_QUERY],
    ['second, a name', 'mutex_lock_interruptible'],
    ['third, a part', 'alloc_tag_set'],
    ['an error line', 'BUG: scheduling while atomic: cat/1234/0x00000002'],
    ['words', 'sleep with a spinlock held'],
    ['a slip', 'wait_event_interuptible'],
  ] as const) {
    await ask(page, text);
    const { requests, own, words } = await drain();
    if (text === FIRST_QUERY) firstOwn = own;
    lines.push(
      `${name}: ${requests} requests, ${(own / 1024).toFixed(1)} KiB own, ${(words / 1024).toFixed(1)} KiB Pagefind (gzip)`,
    );
  }
  await context.close();
  return { text: lines.join('\n'), firstOwn };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  process.exitCode = await benchSearch(process.argv.slice(2));
