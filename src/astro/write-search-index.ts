import { hash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildSearchFiles } from '../search/build-search-files.ts';
import type { SearchSource } from '../search/search-source.ts';

/** Folder of the index below the output folder. */
export const SEARCH_FOLDER = 'search';

export interface WrittenIndex {
  readonly files: number;
  readonly bytes: number;
}

/** Writes the identifier index and the table of errors below `outDir`; what else lies in its folder is left alone. */
export async function writeSearchIndex(source: SearchSource, outDir: string): Promise<WrittenIndex> {
  const files = buildSearchFiles(
    source,
    (text) => hash('sha256', text),
    (text) => gzipSync(text).length,
  );
  const folder = join(outDir, SEARCH_FOLDER);
  for (const path of new Set(files.map((file) => dirname(file.path))))
    await mkdir(join(folder, path), { recursive: true });
  let bytes = 0;
  for (const { path, text } of files) {
    const content = Buffer.from(text, 'utf8');
    bytes += content.length;
    await writeFile(join(folder, path), content);
  }
  return { files: files.length, bytes };
}
