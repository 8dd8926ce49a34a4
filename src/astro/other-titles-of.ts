import type { CorpusEntry } from '../compiler/compile-corpus.ts';

/** Aliases of the note that an entry is the whole of, as titles: addresses among them, which other site generators keep there, are none. */
export function otherTitlesOf({ draft, binding }: CorpusEntry): readonly string[] {
  return draft.slug === '' ? binding.note.draft.aliases.filter((alias) => !alias.includes('/')) : [];
}
