/** The files of samples beside their pages, one by one and as one archive, so that they can be fetched without copying from the page. */
import { existsSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { packArchive } from './pack-archive.ts';
import { pathOf } from './page-plan.ts';
import { archiveName, isDownload } from './sample-view.ts';
import type { SiteModel } from './site-model.ts';

/** Writes the files of every sample of `model` into the folder of its page. */
export function writeDownloads(model: SiteModel, outDir: string): void {
  for (const id of model.entryIds('sample')) {
    const { url, number } = model.recordOf(id);
    const files = (model.corpus.entries[number]?.draft.files ?? [])
      .filter(({ file }) => isDownload(file))
      .map(({ file, code }) => ({ path: file, text: code }));
    const folder = resolve(outDir, pathOf(url, model.info.base));
    if (files.length === 0 || !existsSync(folder)) continue;
    for (const { path, text } of files) writeFileSync(resolve(folder, path), text);
    const name = archiveName(id);
    writeFileSync(resolve(folder, `${name}.tar`), packArchive(name, files));
  }
}
