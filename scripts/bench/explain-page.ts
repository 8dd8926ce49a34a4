/**
 * Prints how the page that explains logs behaves in a browser: `node scripts/bench/explain-page.ts`.
 *
 * The element and its worker are bundled as they are shipped and opened on a bare page. Told are the time of a new worker from its
 * start until it is ready, which passes while a page is shown and nobody has pasted anything; the time of a ready worker from the first
 * line to the answer with its causes; and on the page the time from the paste to the answer, and the longest task of it.
 */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { build } from 'esbuild';
import { chromium, type Page } from 'playwright';
import { renderLogLookup } from '../../src/components/render-log-lookup.ts';
import { packAdvice, packCatalogue } from '../../src/errors/pack-catalogue.ts';
import { findBrowser } from '../../tests/e2e/browser.ts';
import { loadCatalogue } from '../errors/load-catalogue.ts';
import { varyLines } from './vary-lines.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const LOGS = join(ROOT, 'tests', 'fixtures', 'logs', 'recorded');
const CHUNK = 32 * 1024;
const OPENED_MS = 2000;
const MEGABYTE = 1_000_000;

const files: Readonly<Record<string, { readonly contentType: string; readonly body: string }>> = {
  '/': {
    contentType: 'text/html',
    body:
      `<!doctype html><html lang="en"><meta charset="utf-8"><title>bench</title><style>${styles()}</style>` +
      `<main>${renderLogLookup({ catalogueUrl: '/catalogue.json', adviceUrl: '/advice/', entryBase: '/', namesUrl: '/names.json' })}</main><script type="module" src="/page.js"></script></html>`,
  },
  '/page.js': { contentType: 'text/javascript', body: await bundle('src/client/log-lookup-page.ts') },
  '/log-worker.ts': { contentType: 'text/javascript', body: await bundle('src/client/log-worker.ts') },
  '/names.json': { contentType: 'application/json', body: '{"version":1,"names":["printk"]}' },
  '/catalogue.json': { contentType: 'application/json', body: JSON.stringify(packCatalogue(await loadCatalogue())) },
  ...Object.fromEntries(
    packAdvice(await loadCatalogue()).map((advice, part) => [
      `/advice/${part}.json`,
      { contentType: 'application/json', body: JSON.stringify(advice) },
    ]),
  ),
};
const browser = await chromium.launch({ executablePath: findBrowser() ?? '', args: ['--no-sandbox', '--disable-gpu'] });
const page = await browser.newPage();
const server = createServer(({ url = '/' }, response) => {
  const file = files[url];
  response.writeHead(file === undefined ? 404 : 200, { 'content-type': file?.contentType ?? 'text/plain' });
  response.end(file?.body);
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);

const boot = readFileSync(join(LOGS, 'healthy-boot-6.12.txt'), 'utf8');
const failing = readFileSync(join(LOGS, 'interfaces-6.12.txt'), 'utf8');
await page.waitForTimeout(OPENED_MS);
for (const [name, log] of [
  ['10,000 lines of a boot', varyLines(boot, 10_000)],
  ['10,000 lines of a failing build', varyLines(failing, 10_000)],
  ['100,000 lines of a boot', varyLines(boot, 100_000)],
  ['100,000 lines of a failing build', varyLines(failing, 100_000)],
  ...['(', 'a', 'ERROR: modpost: "'].map((piece) => [
    `1 MB of ${JSON.stringify(piece)}`,
    piece.repeat(MEGABYTE / piece.length),
  ]),
] as [string, string][]) {
  const { ready, answered: worker } = await timeWorker(page, log);
  const { answered, longest } = await timePage(page, log);
  process.stdout.write(
    `${rounded(ready)} ms until ready, ${rounded(worker)} ms in the worker, ${rounded(answered)} ms to the answer on the page, longest task ${Math.round(longest)} ms  ${name}\n`,
  );
}
await browser.close();
server.close();

function rounded(ms: number): string {
  return String(Math.round(ms)).padStart(5);
}

function styles(): string {
  return ['tokens.css', 'explain.css']
    .map((name) => readFileSync(join(ROOT, 'src', 'styles', name), 'utf8'))
    .join('\n');
}

async function bundle(entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(ROOT, entry)],
    bundle: true,
    write: false,
    minify: true,
    format: 'esm',
    target: 'es2022',
  });
  return outputFiles[0]?.text ?? '';
}

/** Milliseconds of a worker of its own: until it has its catalogue open, and of the log after that. */
function timeWorker(on: Page, log: string): Promise<{ ready: number; answered: number }> {
  return on.evaluate(
    async ([text, size]) => {
      const worker = new Worker('/log-worker.ts', { type: 'module' });
      const told = (isIt: (data: Record<string, unknown>) => boolean): Promise<void> =>
        new Promise((resolve) => {
          worker.addEventListener('message', ({ data }) => {
            if (isIt(data)) resolve();
          });
        });
      const { origin } = location;
      const begun = performance.now();
      worker.postMessage({
        kind: 'open',
        catalogueUrl: `${origin}/catalogue.json`,
        adviceUrl: `${origin}/advice/`,
      });
      await told(({ kind }) => kind === 'ready');
      const started = performance.now();
      worker.postMessage({ kind: 'start', run: 1 });
      for (let from = 0; from < text.length; from += size)
        worker.postMessage({ kind: 'chunk', run: 1, text: text.slice(from, from + size) });
      worker.postMessage({ kind: 'end', run: 1 });
      await told(({ isFinal }) => isFinal === true);
      const ended = performance.now();
      worker.terminate();
      return { ready: started - begun, answered: ended - started };
    },
    [log, CHUNK] as const,
  );
}

/** Milliseconds from the paste to the answer, and of the longest task between them. */
async function timePage(on: Page, log: string): Promise<{ answered: number; longest: number }> {
  // Handing the log over is no work of the page's.
  await on.evaluate((text) => {
    document.body.dataset.log = text;
  }, log);
  await on.waitForTimeout(500);
  return on.evaluate(async () => {
    const tasks: number[] = [];
    const observer = new PerformanceObserver((list) =>
      tasks.push(...list.getEntries().map(({ duration }) => duration)),
    );
    const field = document.querySelector('textarea');
    const state = document.querySelector('[role=status]');
    const text = document.body.dataset.log ?? '';
    delete document.body.dataset.log;
    const clipboard = new DataTransfer();
    clipboard.setData('text/plain', text);
    const paste = new ClipboardEvent('paste', { clipboardData: clipboard, bubbles: true, cancelable: true });
    await new Promise((resolve) => setTimeout(resolve, 200));
    observer.observe({ entryTypes: ['longtask'] });
    const started = performance.now();
    if (field?.dispatchEvent(paste)) field.value = text;
    while (!/^\d.*\.$/.test(state?.textContent ?? '')) await new Promise((resolve) => setTimeout(resolve, 5));
    const answered = performance.now() - started;
    await new Promise((resolve) => setTimeout(resolve, 300));
    observer.disconnect();
    document.querySelector('form')?.reset();
    await new Promise((resolve) => setTimeout(resolve, 100));
    return { answered, longest: Math.max(0, ...tasks) };
  });
}
