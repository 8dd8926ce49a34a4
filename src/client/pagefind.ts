import type { OtherSite } from '../model/other-site.ts';
import { EXCERPT_WORDS, INDEX_RANKING } from '../search/find-words.ts';
import type { PagefindInstance, PagefindModule } from '../search/pagefind-types.ts';
import { readWordVolumes, type WordVolumes } from '../search/word-volumes.ts';
import { WordIndexError } from './word-index-error.ts';

/** Smallest module of WebAssembly: its eight bytes of magic and version. */
const EMPTY_WASM = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]);

/** What the index at `site`, a path or an address with a slash at the end, tells of itself. */
export async function readVolumes(site: string, timeoutMs: number): Promise<WordVolumes> {
  const response = await fetch(`${site}pagefind/pagefind-entry.json`, {
    cache: 'no-cache',
    signal: AbortSignal.timeout(timeoutMs),
  });
  if (!response.ok) throw new Error(`${response.status} for ${response.url}`);
  return readWordVolumes((await response.json()) as Parameters<typeof readWordVolumes>[0]);
}

/** The filter by which the pages of another build are told from our own. */
export const SITE_FILTER = 'site';

/** Opens the index of another build beside our own with our own program: nothing but data comes from there. See `SITE_FILTER`. */
export async function openOther(
  base: string,
  { name, url }: OtherSite,
  language: string,
  folders: readonly string[],
): Promise<PagefindInstance> {
  const instance = await openProgram(base, language);
  const options = {
    baseUrl: url,
    language,
    excerptLength: EXCERPT_WORDS,
    ranking: INDEX_RANKING,
    mergeFilter: { [SITE_FILTER]: name },
  };
  for (const folder of ['', ...folders]) await instance.mergeIndex(`${url}pagefind/${folder}`, options);
  return instance;
}

/** Opens our own index of `language`, with its further volumes in `folders`. Rejects like `openProgram`. */
export async function openPagefind(
  base: string,
  language: string,
  folders: readonly string[],
): Promise<PagefindInstance> {
  const instance = await openProgram(base, language);
  const options = { baseUrl: base, language, excerptLength: EXCERPT_WORDS, ranking: INDEX_RANKING };
  for (const folder of folders) await instance.mergeIndex(`${base}pagefind/${folder}`, options);
  return instance;
}

/** Opens the first volume of our own index. Rejects with a `WordIndexError` where WebAssembly is forbidden or the program cannot be loaded. */
async function openProgram(base: string, language: string): Promise<PagefindInstance> {
  try {
    await WebAssembly.compile(EMPTY_WASM);
  } catch (cause) {
    throw new WordIndexError(
      'This host forbids WebAssembly, so the text of the notes cannot be searched. Names, errors and titles are.',
      { cause },
    );
  }
  let module: PagefindModule;
  try {
    // A module keeps the stemmer of the first language it was used for; the fragment gives each language a module of its own, loaded once.
    module = (await import(/* @vite-ignore */ `${base}pagefind/pagefind.js#${language}`)) as PagefindModule;
  } catch (cause) {
    throw new WordIndexError('The word index could not be loaded. Names, errors and titles are searched without it.', {
      cause,
    });
  }
  // Pagefind takes the language from the document when an instance is made, and only then.
  const root = document.documentElement;
  const own = root.lang;
  root.lang = language;
  const instance = module.createInstance({
    basePath: `${base}pagefind/`,
    baseUrl: base,
    excerptLength: EXCERPT_WORDS,
    ranking: INDEX_RANKING,
  });
  root.lang = own;
  return instance;
}
