/** The word index of a built site on the command line: the program that browsers load, run by Node. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EXCERPT_WORDS, findWords, INDEX_RANKING, languagesFor, type WordAnswer } from '../src/search/find-words.ts';
import type { PagefindInstance, PagefindModule } from '../src/search/pagefind-types.ts';
import { readWordVolumes } from '../src/search/word-volumes.ts';
import { serveFolder } from './serve.ts';

const PROGRAM = 'pagefind/pagefind.js';

/** True when the site in `folder` has a word index. */
export function hasWords(folder: string): boolean {
  return existsSync(join(folder, PROGRAM));
}

export interface OpenWords {
  /** The first `limit` pages that hold the words of `text`. URLs begin with a slash, without the base path. */
  search(text: string, limit: number): Promise<WordAnswer>;
  close(): Promise<void>;
}

/** Opens the word index of the site in `folder`. It is read over a loopback address, since its program knows no files. */
export async function openWords(folder: string, siteLanguage: string): Promise<OpenWords> {
  const volumes = readWordVolumes(JSON.parse(readFileSync(join(folder, 'pagefind', 'pagefind-entry.json'), 'utf8')));
  const program = readFileSync(join(folder, PROGRAM), 'utf8');
  const served = await serveFolder(folder, '/', 0);
  const instances = new Map<string, PagefindInstance>();
  return {
    search: async (text, limit) => {
      const asked: PagefindInstance[] = [];
      for (const language of languagesFor(text, volumes.languages, siteLanguage)) {
        const instance =
          instances.get(language) ?? (await openInstance(program, served.url, language, volumes.foldersOf(language)));
        instances.set(language, instance);
        asked.push(instance);
      }
      return findWords(asked, text, {}, limit);
    },
    close: () => served.close(),
  };
}

/** One question to the index of the site in `folder`. */
export async function searchWords(
  folder: string,
  text: string,
  siteLanguage: string,
  limit: number,
): Promise<WordAnswer> {
  const words = await openWords(folder, siteLanguage);
  try {
    return await words.search(text, limit);
  } finally {
    await words.close();
  }
}

/** Each language has a module of its own: a module keeps the stemmer of the first one. The language is read from a document, which stands in for a page. */
async function openInstance(
  program: string,
  url: string,
  language: string,
  folders: readonly string[],
): Promise<PagefindInstance> {
  const source = Buffer.from(`${program}\n// ${language}`).toString('base64');
  const { createInstance } = (await import(`data:text/javascript;base64,${source}`)) as PagefindModule;
  const page = globalThis as { document?: unknown };
  page.document = { querySelector: () => ({ getAttribute: () => language }) };
  const instance = createInstance({
    basePath: `${url}pagefind/`,
    baseUrl: '/',
    excerptLength: EXCERPT_WORDS,
    ranking: INDEX_RANKING,
  });
  for (const volume of folders)
    await instance.mergeIndex(`${url}pagefind/${volume}`, {
      baseUrl: '/',
      language,
      excerptLength: EXCERPT_WORDS,
      ranking: INDEX_RANKING,
    });
  await instance.filters();
  delete page.document;
  return instance;
}
