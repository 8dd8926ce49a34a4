/** Pages that have one part of a query, as the word index gives them. */
export interface PartResult {
  readonly pages: readonly { readonly id: string; readonly score: number }[];
  /** Pages without the part are no answer. */
  readonly isWanted: boolean;
  /** What its scores count for; 1 where left out. */
  readonly weight?: number | undefined;
}

export interface MergedPage {
  readonly id: string;
  readonly score: number;
  /** Number of parts that the page has. */
  readonly parts: number;
}

/** A part that nearly every page has is told by the scores; this tells how much a page loses for each part that it lacks. */
const LACK = 0.5;

/**
 * The pages that have some of the parts, best first: the scores of their parts are added, each being higher the fewer pages have the
 * part, and weighed by how much of the query they answer.
 */
export function mergeWords(results: readonly PartResult[]): MergedPage[] {
  const found = new Map<string, { score: number; parts: number; weight: number }>();
  const weights = results.map(({ pages, weight = 1 }) =>
    pages.reduce((most, { score }) => Math.max(most, weight * score), 0),
  );
  results.forEach(({ pages, weight = 1 }, part) => {
    for (const { id, score } of pages) {
      const page = found.get(id) ?? { score: 0, parts: 0, weight: 0 };
      page.score += weight * score;
      page.parts += 1;
      page.weight += weights[part] ?? 0;
      found.set(id, page);
    }
  });
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const wanted = results.filter(({ isWanted }) => isWanted).map(({ pages }) => new Set(pages.map(({ id }) => id)));
  return [...found]
    .filter(([id]) => wanted.every((pages) => pages.has(id)))
    .map(([id, { score, parts, weight }]) => ({
      id,
      score: score * (LACK + (1 - LACK) * (all === 0 ? 1 : weight / all)) * (parts / Math.max(1, results.length)),
      parts,
    }))
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
}
