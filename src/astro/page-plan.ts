/**
 * Which pages a build has to print. Each page that many builds have in common is known by a key: a hash of all that it is given and of what
 * prints it. The keys of a build are kept in the cache; a page with the same key whose file nobody touched since is left as it is.
 */
import { hash } from 'node:crypto';
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';
import { ENTRY_KINDS } from '../model/entry.ts';
import { PROJECT_DIR } from '../site.ts';
import { CACHE_DIR } from './cache-dir.ts';
import { hashFiles, listFiles } from './hash-files.ts';
import { claimViewsOf, lettersOf, nameListDigest, namePagesOf } from './list-views.ts';
import type { SiteModel } from './site-model.ts';
import { staleListDigest, stalePagesOf } from './stale-pages.ts';

/** Marks an output folder, so that only a folder that a build made is ever changed. */
export const BUILD_MARK = '.kernel-notes-build';

/** What prints pages: a change in any of it makes every page stale. */
const PRINTERS = [
  'src/astro',
  'src/client',
  'src/components',
  'src/layouts',
  'src/model',
  'src/pages',
  'src/pictures',
  'src/search',
  'src/errors',
  'src/styles',
  'public',
];

export interface PagePlan {
  /** Key of each page, by its path below the base. */
  readonly keys: ReadonlyMap<string, string>;
  /** `true` when the page at that path below the base must be printed. */
  isStale(path: string): boolean;
  /** Notes what a page is given when it is printed. */
  note(url: string, view: unknown): void;
}

/** Plans the pages of `model` for an output folder that may hold those of an earlier build. In an empty one keys are noted while pages are printed. */
export function planPages(model: SiteModel, outDir: string): PagePlan {
  const before = readRecord(outDir);
  const printer = printerVersion(model);
  const keys = new Map<string, string>();
  const stale = new Set<string>();
  const note = (url: string, view: unknown) => {
    const path = pathOf(url, model.info.base);
    const key = hash('sha1', `${printer}\n${JSON.stringify(view)}`, 'base64url');
    keys.set(path, key);
    const known = before.get(path);
    if (known?.key !== key || known.stamp !== stampOf(outDir, path)) stale.add(path);
  };
  if (before.size > 0) {
    for (const kind of ENTRY_KINDS)
      for (const id of model.entryIds(kind)) note(model.recordOf(id).url, model.entryDigest(id));
    for (const id of model.entityPageIds()) note(model.info.routes.entity(id), model.entityView(id));
    const letters = lettersOf(model);
    for (const view of namePagesOf(model)) note(view.url, nameListDigest(view, letters));
    const claims = claimViewsOf(model);
    for (const view of stalePagesOf(model)) note(view.url, staleListDigest(view, claims));
  }
  return {
    keys,
    isStale: (path) => before.size === 0 || stale.has(path),
    note: (url, view) => void (before.size === 0 && note(url, view)),
  };
}

/** Path of a page below the base, as its folder is called. */
export function pathOf(url: string, base: string): string {
  return decodeURIComponent(url.slice(base.length));
}

/** Keeps the keys of the pages that now lie in the output folder. */
export function recordPages({ keys }: PagePlan, outDir: string): void {
  const pages = [...keys].sort().map(([path, key]) => [path, key, stampOf(outDir, path)]);
  mkdirSync(CACHE_DIR, { recursive: true });
  writeFileSync(recordFile(outDir), JSON.stringify({ version: 1, pages }));
}

interface KnownPage {
  readonly key: string;
  readonly stamp: string;
}

const recordSchema = z.object({ version: z.literal(1), pages: z.array(z.tuple([z.string(), z.string(), z.string()])) });

function readRecord(outDir: string): ReadonlyMap<string, KnownPage> {
  try {
    const { pages } = recordSchema.parse(JSON.parse(readFileSync(recordFile(outDir), 'utf8')));
    return new Map(pages.map(([path, key, stamp]) => [path, { key, stamp }]));
  } catch {
    return new Map(); // The first build of this folder, or one that did not end.
  }
}

function recordFile(outDir: string): string {
  return resolve(CACHE_DIR, `pages-${hash('sha1', outDir, 'hex').slice(0, 12)}.json`);
}

/** Size and time of a page's file; empty when there is none. */
function stampOf(outDir: string, path: string): string {
  const stats = statSync(resolve(outDir, path, 'index.html'), { throwIfNoEntry: false });
  return stats === undefined ? '' : `${stats.size}:${stats.mtimeMs}`;
}

function printerVersion({ info }: SiteModel): string {
  const sources = [
    ...listFiles(PRINTERS.map((dir) => resolve(PROJECT_DIR, dir))),
    ...['src/routes.ts', 'astro.config.ts', 'package-lock.json'].map((file) => resolve(PROJECT_DIR, file)),
  ];
  const shown = ENTRY_KINDS.filter((kind) => info.counts[kind] !== 0);
  return hash(
    'sha1',
    JSON.stringify([info.title, info.lang, info.base, info.csp, info.packages, shown, hashFiles(sources)]),
    'base64url',
  );
}
