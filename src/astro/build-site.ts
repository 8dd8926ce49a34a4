/** One build: prepare, print the pages with Astro, write the data files and the search index beside them. */
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { build } from 'astro';
import { PROJECT_DIR, type SiteSettings } from '../site.ts';
import { SettingsError } from '../sources/settings-error.ts';
import { provideSite } from './current-site.ts';
import { feedWords } from './feed-words.ts';
import { Phases } from './phases.ts';
import { prepareSite } from './prepare-site.ts';
import { searchSourceOf } from './search-source-of.ts';
import { writeDataFiles } from './write-data-files.ts';
import { writeSearchIndex } from './write-search-index.ts';

export interface BuildReport {
  /** One line for the terminal. */
  readonly summary: string;
  /** Diagnostics of severity error. */
  readonly errorCount: number;
}

/** Left in the output folder, so that only a folder that a build made is ever emptied. */
const MARK = '.kernel-notes-build';

/** Builds the site into `site.outDir`. Throws `SettingsError` when that folder holds something else. */
export async function buildSite(site: SiteSettings): Promise<BuildReport> {
  const phases = new Phases();
  phases.end('start');
  emptyOutDir(site.outDir);
  const { model, assets } = await prepareSite(site, phases);
  provideSite(model);
  const words = feedWords(model);
  try {
    await build({ root: PROJECT_DIR, base: site.base, outDir: site.outDir, logLevel: 'error', ...(site.siteUrl === undefined ? {} : { site: site.siteUrl }) });
  } finally {
    markOutDir(site.outDir);
  }
  phases.end('pages');
  assets.write(site.outDir);
  writeDataFiles(model, assets, site);
  phases.end('data');
  await writeSearchIndex(searchSourceOf(model), site.outDir);
  phases.end('names');
  await words.write(site.outDir);
  phases.end('words');
  if (site.timingsFile !== undefined) writeFileSync(site.timingsFile, `${JSON.stringify({ version: 1, cpuSeconds: phases.seconds })}\n`);
  const { diagnostics, corpus, files } = model.notes;
  const errorCount = diagnostics.filter(({ severity }) => severity === 'error').length;
  const skipped = files.filter(({ outcome }) => outcome === 'skipped').length;
  return { summary: `${corpus.noteCount} notes, ${corpus.entries.length} entries, ${corpus.entities.length} names${skipped > 0 ? `, ${skipped} files skipped` : ''}, ${diagnostics.length} remarks`, errorCount };
}

function emptyOutDir(outDir: string): void {
  if (!existsSync(outDir)) {
    markOutDir(outDir);
    return;
  }
  const names = readdirSync(outDir);
  if (names.length > 0 && !names.includes(MARK)) {
    throw new SettingsError(`The output folder ${outDir} holds files that no build made.`, 'Empty it yourself, or set OUT_DIR to another folder.');
  }
  for (const name of names) rmSync(resolve(outDir, name), { recursive: true, force: true });
  markOutDir(outDir);
}

function markOutDir(outDir: string): void {
  mkdirSync(outDir, { recursive: true });
  writeFileSync(resolve(outDir, MARK), 'This folder was made by a build and is emptied by the next one.\n');
}
