/** Positions of the lower-case `texts` that hold every word of `query`; all of them for a blank query. */
export function findMatches(texts: readonly string[], query: string): ReadonlySet<number> {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const matches = new Set<number>();
  texts.forEach((text, position) => {
    if (words.every((word) => text.includes(word))) matches.add(position);
  });
  return matches;
}
