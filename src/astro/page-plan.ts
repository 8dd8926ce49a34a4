/**
 * Which pages a build has to print. Each page that many builds have in common is known by a key: a hash of all that it is given and of what
 * prints it. The keys stay in the output folder; a page whose key is the same and whose file is still there is left as it is.
 */
import { hash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { ENTRY_KINDS } from '../model/entry.ts';
import { PROJECT_DIR } from '../site.ts';
import type { SiteModel } from './site-model.ts';

/** Left in the output folder, so that only a folder that a build made is ever changed, and so that the next build knows its pages. */
export const BUILD_RECORD = '.kernel-notes-build';

/** What prints pages: a change in any of it makes every page stale. */
const PRINTERS = ['src/astro', 'src/client', 'src/components', 'src/layouts', 'src/model', 'src/pages', 'src/search', 'src/errors', 'src/styles', 'public'];

export interface PagePlan {
  /** Key of each page, by its path below the base. */
  readonly keys: ReadonlyMap<string, string>;
  /** Pages that must be printed, by their path below the base. */
  readonly stale: ReadonlySet<string>;
}

/** Plans the pages of `model` for an output folder that may hold those of an earlier build. */
export function planPages(model: SiteModel, outDir: string): PagePlan {
  const before = readBuildRecord(outDir);
  const printer = printerVersion(model);
  const keys = new Map<string, string>();
  const stale = new Set<string>();
  const add = (url: string, view: unknown) => {
    const path = decodeURIComponent(url.slice(model.info.base.length));
    const key = hash('sha1', `${printer}\n${JSON.stringify(view)}`, 'base64url');
    keys.set(path, key);
    if (before.get(path) !== key || !existsSync(resolve(outDir, path, 'index.html'))) stale.add(path);
  };
  for (const kind of ENTRY_KINDS) for (const id of model.entryIds(kind)) add(model.recordOf(id).url, model.entryView(id));
  for (const id of model.entityPageIds()) {
    const view = model.entityView(id);
    add(view.url, view);
  }
  for (const view of model.namePages()) add(view.url, [view, model.letters().map(({ letter }) => letter)]);
  return { keys, stale };
}

/** Keys of the pages of an earlier build; empty when there was none or it cannot be read. */
export function readBuildRecord(outDir: string): ReadonlyMap<string, string> {
  try {
    const record: unknown = JSON.parse(readFileSync(resolve(outDir, BUILD_RECORD), 'utf8'));
    if (typeof record !== 'object' || record === null || !('pages' in record) || typeof record.pages !== 'object' || record.pages === null) return new Map();
    return new Map(Object.entries(record.pages).map(([path, key]) => [path, String(key)]));
  } catch {
    return new Map(); // The first build of this folder, or one that did not end.
  }
}

function printerVersion({ info }: SiteModel): string {
  const files = PRINTERS.flatMap((dir) => readdirSync(resolve(PROJECT_DIR, dir), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => resolve(entry.parentPath, entry.name))).sort();
  const sources = [...files, ...['src/routes.ts', 'astro.config.ts', 'package-lock.json'].map((file) => resolve(PROJECT_DIR, file))];
  const shown = ENTRY_KINDS.filter((kind) => info.counts[kind] !== 0);
  return hash('sha1', JSON.stringify([info.title, info.lang, info.base, info.csp, info.packages, shown, ...sources.map((file) => hash('sha1', readFileSync(file), 'base64url'))]), 'base64url');
}
