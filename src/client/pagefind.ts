import type { OtherSite } from '../model/other-site.ts';
import { EXCERPT_WORDS } from '../search/find-words.ts';
import type { PagefindInstance, PagefindModule } from '../search/pagefind-types.ts';

/** Why words cannot be searched for, in a sentence for the reader. */
export class WordIndexError extends Error {}

/** Smallest module of WebAssembly: its eight bytes of magic and version. */
const EMPTY_WASM = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]);

/** Languages of the index at `site`, a path or an address with a slash at the end, with their numbers of pages. */
export async function readLanguages(site: string, timeoutMs: number): Promise<ReadonlyMap<string, number>> {
  const response = await fetch(`${site}pagefind/pagefind-entry.json`, {
    cache: 'no-cache',
    signal: AbortSignal.timeout(timeoutMs),
  });
  if (!response.ok) throw new Error(`${response.status} for ${response.url}`);
  const { languages } = (await response.json()) as { languages: Record<string, { page_count: number }> };
  return new Map(Object.entries(languages).map(([language, { page_count }]) => [language, page_count]));
}

/** The filter by which the pages of another build are told from our own. */
export const SITE_FILTER = 'site';

/** Opens the index of another build beside our own with our own program: nothing but data comes from there. See `SITE_FILTER`. */
export async function openOther(base: string, { name, url }: OtherSite, language: string): Promise<PagefindInstance> {
  const instance = await openPagefind(base, language);
  await instance.mergeIndex(`${url}pagefind/`, {
    baseUrl: url,
    language,
    excerptLength: EXCERPT_WORDS,
    mergeFilter: { [SITE_FILTER]: name },
  });
  return instance;
}

/** Opens our own index of `language`. Rejects with a `WordIndexError` where WebAssembly is forbidden or the program cannot be loaded. */
export async function openPagefind(base: string, language: string): Promise<PagefindInstance> {
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
  });
  root.lang = own;
  return instance;
}
