/** The indexes of notes that are not built, made in memory and in a folder that is deleted at once. */
import { hash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { feedWords } from '../src/astro/feed-words.ts';
import { prepareSite } from '../src/astro/prepare-site.ts';
import { searchSourceOf } from '../src/astro/search-source-of.ts';
import { buildSearchFiles } from '../src/search/build-search-files.ts';
import type { SiteSettings } from '../src/site.ts';
import type { OpenIndex } from './find.ts';
import { searchWords } from './open-words.ts';

/** Compiles the notes of a site; its text is indexed by the first question for words. */
export async function compileIndex(site: SiteSettings): Promise<OpenIndex> {
  const { model } = await prepareSite(site);
  const files = new Map(
    buildSearchFiles(searchSourceOf(model), (text) => hash('sha256', text)).map(({ path, text }) => [path, text]),
  );
  return {
    load: async (path) => {
      const text = files.get(path);
      if (text === undefined) throw new Error(`no file ${path} in the index`);
      return text;
    },
    searchText: async (text, limit) => {
      const folder = mkdtempSync(join(tmpdir(), 'kernel-notes-words-'));
      try {
        await feedWords(model).write(folder);
        return await searchWords(folder, text, model.info.lang, limit);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  };
}
