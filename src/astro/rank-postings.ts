import type { Posting } from '../compiler/compile-corpus.ts';

/** Mentions in one entry from which on more of them say no more about the name. */
const MAX_RANKED_COUNT = 8;

/** The entries that mention a name, those that say most of it first; the given order is left alone. */
export function rankPostings(postings: readonly Posting[]): readonly Posting[] {
  return [...postings].sort(
    (a, b) =>
      b.place - a.place ||
      Math.min(b.count, MAX_RANKED_COUNT) - Math.min(a.count, MAX_RANKED_COUNT) ||
      a.entry - b.entry,
  );
}
