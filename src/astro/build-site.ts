/**
 * One build: prepare, print the pages that changed, write the data files and the search index beside them. Pages are printed into a
 * folder of their own; what was made is moved to the output folder, where pages of the last build that are still true stay as they are.
 */
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { SiteSettings } from '../site.ts';
import { SettingsError } from '../sources/settings-error.ts';
import { CACHE_DIR } from './cache-dir.ts';
import { provideSite } from './current-site.ts';
import { PAGEFIND_FOLDER } from './feed-pagefind.ts';
import { feedWords } from './feed-words.ts';
import { listInventoryItems } from './list-inventory-items.ts';
import { moveTree, pruneTree } from './merge-output.ts';
import { OBJECTS_FILE, writeObjectsInv } from './objects-inv.ts';
import { BUILD_MARK, planPages, recordPages } from './page-plan.ts';
import { openPageProgram } from './page-program.ts';
import { Phases } from './phases.ts';
import { planWords, recordWords } from './plan-words.ts';
import { prepareSite } from './prepare-site.ts';
import { printPages } from './print-pages.ts';
import { searchSourceOf } from './search-source-of.ts';
import { writeDataFiles } from './write-data-files.ts';
import { writeDownloads } from './write-downloads.ts';
import { writeOpenSearch } from './write-opensearch.ts';
import { writeSearchIndex } from './write-search-index.ts';

export interface BuildReport {
  /** One line for the terminal. */
  readonly summary: string;
  /** Diagnostics of severity error. */
  readonly errorCount: number;
}

/** Folders that every build writes anew; the word index only when it is not the same. */
const REWRITTEN = ['_astro', 'data', 'media', PAGEFIND_FOLDER, 'search'];

/** Builds the site into `site.outDir`. Throws `SettingsError` when that folder holds something else. */
export async function buildSite(site: SiteSettings): Promise<BuildReport> {
  const phases = new Phases();
  phases.end('start');
  claimOutDir(site.outDir);
  const { model, assets, saveFacts } = await prepareSite(site, phases);
  const plan = planPages(model, site.outDir);
  phases.end('plan');
  provideSite(model, plan);
  const wordsPlan = planWords(model, site.outDir);
  phases.end('words');
  const words = wordsPlan.isCurrent ? undefined : feedWords(model);
  const printed = resolve(CACHE_DIR, `printed-${process.pid}`);
  const { clientDir, app } = await openPageProgram(site);
  phases.end('program');
  cpSync(clientDir, printed, { recursive: true });
  await printPages(app, site.base, printed);
  phases.end('pages');
  const fresh = new Set(readdirSync(printed, { recursive: true }).map((path) => String(path).replaceAll('\\', '/')));
  for (const folder of REWRITTEN) {
    if (folder !== PAGEFIND_FOLDER || words !== undefined)
      rmSync(resolve(site.outDir, folder), { recursive: true, force: true });
  }
  pruneTree(
    site.outDir,
    (path) =>
      path === BUILD_MARK ||
      path.startsWith(`${PAGEFIND_FOLDER}/`) ||
      fresh.has(path) ||
      (path.endsWith('/index.html') && plan.keys.has(path.slice(0, -'index.html'.length))),
  );
  moveTree(printed, site.outDir);
  rmSync(printed, { recursive: true, force: true });
  assets.write(site.outDir);
  writeDataFiles(model, assets, site);
  writeDownloads(model, site.outDir);
  const { title: project, packages } = model.info;
  const version = Object.values(packages).join(', ');
  writeFileSync(
    resolve(site.outDir, OBJECTS_FILE),
    writeObjectsInv({ project, version, items: listInventoryItems(model) }),
  );
  phases.end('data');
  if (site.siteUrl !== undefined)
    writeOpenSearch(site.outDir, { title: model.info.title, siteUrl: site.siteUrl, base: site.base });
  await writeSearchIndex(searchSourceOf(model), site.outDir);
  phases.end('names');
  await words?.write(site.outDir);
  recordWords(wordsPlan, site.outDir);
  phases.end('words');
  recordPages(plan, site.outDir);
  saveFacts();
  if (site.timingsFile !== undefined)
    writeFileSync(site.timingsFile, `${JSON.stringify({ version: 1, cpuSeconds: phases.seconds })}\n`);
  const { corpus, files } = model.notes;
  const { diagnostics } = model;
  const errorCount = diagnostics.filter(({ severity }) => severity === 'error').length;
  const skipped = files.filter(({ outcome }) => outcome === 'skipped').length;
  return {
    summary: `${corpus.noteCount} notes, ${corpus.entries.length} entries, ${corpus.entities.length} names${skipped > 0 ? `, ${skipped} files skipped` : ''}, ${diagnostics.length} remarks`,
    errorCount,
  };
}

/** Makes the folder if need be; refuses one that holds files which no build made. */
function claimOutDir(outDir: string): void {
  const names = existsSync(outDir) ? readdirSync(outDir) : [];
  if (names.length > 0 && !names.includes(BUILD_MARK)) {
    throw new SettingsError(
      `The output folder ${outDir} holds files that no build made.`,
      'Empty it yourself, or set OUT_DIR to another folder.',
    );
  }
  mkdirSync(outDir, { recursive: true });
  if (names.length === 0)
    writeFileSync(
      resolve(outDir, BUILD_MARK),
      'A build made this folder. The next one changes and deletes files in it.\n',
    );
}
