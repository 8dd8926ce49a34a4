/**
 * The word index of very many notes is written in volumes, because the program that makes it holds one in memory as a whole. The first lies in
 * `pagefind/`, further ones in folders below it; its `pagefind-entry.json` tells of them under `volumes`, which Pagefind itself passes over.
 */

/** What an index tells of itself. */
export interface WordVolumes {
  /** Pages of all volumes by language. */
  readonly languages: ReadonlyMap<string, number>;
  /** Folders of the further volumes below the first, with a slash at the end, by language. */
  foldersOf(language: string): readonly string[];
}

type Counts = Readonly<Record<string, { readonly page_count: number }>>;

/** Reads the contents of `pagefind-entry.json`. */
export function readWordVolumes(entry: {
  readonly languages: Counts;
  readonly volumes?: Readonly<Record<string, Counts>>;
}): WordVolumes {
  const further = Object.entries(entry.volumes ?? {});
  const languages = new Map<string, number>();
  for (const counts of [entry.languages, ...further.map(([, counts]) => counts)])
    for (const [language, { page_count }] of Object.entries(counts))
      languages.set(language, (languages.get(language) ?? 0) + page_count);
  return {
    languages,
    foldersOf: (language) => further.filter(([, counts]) => counts[language] !== undefined).map(([name]) => `${name}/`),
  };
}
