import type { ChildProcess } from 'node:child_process';
import { subscribe } from 'node:diagnostics_channel';
import { once } from 'node:events';
import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { close, createIndex, type PagefindIndex } from 'pagefind';
import { escapeHtml } from '../markdown/escape-html.ts';
import { ALIASES_META, joinAliases } from '../search/aliases-of.ts';
import { languageOfText, mayHaveOtherScript } from '../search/language-of-text.ts';
import { partUnspaced } from '../search/part-unspaced.ts';
import type { SearchEntry } from '../search/search-source.ts';
import { CACHE_DIR } from './cache-dir.ts';

/**
 * Feeds Pagefind with entries as small HTML documents while pages are made; its own program works beside the build. A
 * document holds what readers search for and nothing of the page around it.
 */

/** Folder of the word index below the output folder. */
export const PAGEFIND_FOLDER = 'pagefind';
/** Interfaces that Pagefind writes into every index; the site has its own. */
const UNUSED = [
  'component-ui.css',
  'component-ui.js',
  'modular-ui.css',
  'modular-ui.js',
  'ui.css',
  'ui.js',
  'highlight.js',
];
/** Documents that are on their way at the same time. */
const MAX_PENDING = 64;

/**
 * What Pagefind 1.6 may hold in memory, in bytes: it keeps a volume until that is written. Measured: 5,264 entries of 9,500 characters in one
 * volume took 2.5 GiB, 38,000 of 900 characters 8.3 GiB; that makes about 205 KB for an entry and 31 bytes for a character.
 */
const VOLUME_BYTES = 1_350_000_000;
const ENTRY_BYTES = 205_000;
const CHARACTER_BYTES = 31;

export class PagefindFeed {
  #index: PagefindIndex;
  readonly #siteLanguage: string;
  readonly #volumeBytes: number;
  /** Volumes that are written, each in a folder of its own below `#workDir`. */
  #volumes = 0;
  /** Bytes that Pagefind holds, as estimated. */
  #held = 0;
  readonly #workDir = join(CACHE_DIR, `words-${process.pid}`);
  readonly #pending = new Set<Promise<void>>();
  readonly #problems: string[] = [];

  private constructor(index: PagefindIndex, siteLanguage: string, volumeBytes: number) {
    this.#index = index;
    this.#siteLanguage = siteLanguage;
    this.#volumeBytes = volumeBytes;
  }

  /** Starts Pagefind. `siteLanguage` is the language of entries that tell none and are written in Latin letters. */
  static async open(siteLanguage: string, volumeBytes = VOLUME_BYTES): Promise<PagefindFeed> {
    return new PagefindFeed(await openIndex(), siteLanguage, volumeBytes);
  }

  /**
   * Adds one entry; waits only while too many are on their way. The index numbers entries in the order of the calls, so
   * call it in a stable order with new entries last.
   */
  async add(entry: SearchEntry): Promise<void> {
    const content = toSearchDocument(entry, this.#siteLanguage);
    const bytes = ENTRY_BYTES + CHARACTER_BYTES * content.length;
    if (this.#held > 0 && this.#held + bytes > this.#volumeBytes) {
      await this.#endVolume(join(this.#workDir, String(++this.#volumes)));
      this.#index = await openIndex();
      this.#held = 0;
    }
    this.#held += bytes;
    const adding = this.#index
      .addHTMLFile({ url: entry.url, content })
      .then(({ errors }) => {
        this.#problems.push(...errors.map((error) => `${entry.id}: ${error}`));
      })
      .finally(() => this.#pending.delete(adding));
    this.#pending.add(adding);
    if (this.#pending.size >= MAX_PENDING) await Promise.race(this.#pending);
  }

  /** Writes the index below `outDir` and stops Pagefind. Throws when an entry could not be added or the files not be written. */
  async write(outDir: string): Promise<void> {
    const outputPath = join(outDir, PAGEFIND_FOLDER);
    const last = this.#volumes === 0 ? outputPath : join(this.#workDir, String(this.#volumes + 1));
    await this.#endVolume(last);
    if (this.#problems.length > 0) throw new Error(`Pagefind: ${this.#problems.slice(0, 5).join('; ')}`);
    if (this.#volumes > 0) await this.#joinVolumes(outputPath);
  }

  /** Writes what was added since the last volume ended, and stops Pagefind: it gives memory back only so. */
  async #endVolume(outputPath: string): Promise<void> {
    await Promise.all(this.#pending);
    const { errors } = await this.#index.writeFiles({ outputPath });
    this.#problems.push(...errors);
    await endProgram();
    await Promise.all(UNUSED.map((name) => rm(join(outputPath, `pagefind-${name}`), { force: true })));
  }

  /** Puts the volumes where `word-volumes.ts` says. */
  async #joinVolumes(outputPath: string): Promise<void> {
    await cp(join(this.#workDir, '1'), outputPath, { recursive: true });
    const entry = await readEntry(outputPath);
    const volumes: Record<string, unknown> = {};
    for (let volume = 2; volume <= this.#volumes + 1; volume += 1) {
      const from = join(this.#workDir, String(volume));
      volumes[volume] = (await readEntry(from))['languages'];
      for (const name of ['pagefind.js', 'pagefind-worker.js']) await rm(join(from, name), { force: true });
      await cp(from, join(outputPath, String(volume)), { recursive: true });
    }
    await writeFile(join(outputPath, ENTRY_FILE), JSON.stringify({ ...entry, volumes }));
    await rm(this.#workDir, { recursive: true, force: true });
  }
}

const ENTRY_FILE = 'pagefind-entry.json';

async function readEntry(folder: string): Promise<Record<string, unknown>> {
  return JSON.parse(await readFile(join(folder, ENTRY_FILE), 'utf8')) as Record<string, unknown>;
}

/** Programs of this process that have not ended: Pagefind keeps its own to itself. */
const running = new Set<ChildProcess>();
subscribe('child_process', (message) => {
  const { process: child } = message as { readonly process: ChildProcess };
  running.add(child.once('exit', () => running.delete(child)));
});

/** Stops Pagefind and waits until its program has ended, so that none outlives the build and its time counts as the build's. */
async function endProgram(): Promise<void> {
  await close();
  await Promise.all(
    [...running]
      .filter(({ spawnfile }) => spawnfile?.includes('pagefind'))
      .map((child) => {
        child.ref();
        return once(child, 'exit');
      }),
  );
}

async function openIndex(): Promise<PagefindIndex> {
  const { index, errors } = await createIndex({ rootSelector: 'body' });
  if (index === undefined) throw new Error(`Pagefind could not be started: ${errors.join('; ')}`);
  return index;
}

/** The document of an entry: its title weighs most, then other titles, tags, headings and the summary; headings keep their ids, code is text. */
export function toSearchDocument(entry: SearchEntry, siteLanguage: string): string {
  const lang = entry.lang ?? languageOf(entry) ?? siteLanguage;
  const filters: (readonly [name: string, value: string | undefined])[] = [
    ['kind', entry.kind],
    ['book', entry.book],
    ['status', entry.status],
  ];
  const filtered = filters
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([name, value = '']) => `<i data-pagefind-filter="${name}[data-v]" data-v="${escapeHtml(value)}"></i>`);
  const tags = entry.tags.length === 0 ? '' : `<p data-pagefind-weight="4">${escapeHtml(entry.tags.join(', '))}</p>`;
  const { aliases = [] } = entry;
  const others =
    aliases.length === 0
      ? ''
      : `<p data-pagefind-meta="${ALIASES_META}" data-pagefind-weight="6">${escapeHtml(joinAliases(aliases))}</p>`;
  return [
    `<html lang="${escapeHtml(lang)}"><body><i data-pagefind-meta="kind[data-v]" data-v="${entry.kind}"></i>${filtered.join('')}`,
    partUnspaced(
      `<h1 data-pagefind-meta="title" data-pagefind-weight="8">${escapeHtml(entry.title)}</h1>${others}${tags}${weighHeadings(entry.bodyHtml)}`,
    ),
    '</body></html>',
  ].join('');
}

/** Elements that only colour a word or set it in type. Without them Pagefind reads a fifth less and makes the same index. */
const RE_COLOURED = /<i class="[a-z]">([^<]*)<\/i>|<code>([^<]*)<\/code>|<a data-missing>([^<]*)<\/a>/g;

/** Arrows part an expression into names that are words of their own. */
function weighHeadings(html: string): string {
  return html
    .replace(RE_COLOURED, '$1$2$3')
    .replace(/<h([2-6])(?=[\s>])/g, '<h$1 data-pagefind-weight="4"')
    .replace(/<p data-summary>/g, '<p data-pagefind-weight="3">')
    .replace(/(?<=\w)-(?:&gt;|>)(?=[\w<])/g, '-&gt; ');
}

/** Of the text around the code of its beginning. */
function languageOf(entry: SearchEntry): string | undefined {
  const start = entry.bodyHtml.slice(0, 12_000);
  if (!mayHaveOtherScript(entry.title) && !mayHaveOtherScript(start)) return undefined;
  const text = start
    .replace(/<pre[\s\S]*?<\/pre>/g, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&[a-z#0-9]+;/gi, ' ');
  return languageOfText(`${entry.title} ${text}`);
}
