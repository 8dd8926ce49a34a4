/**
 * Which names get a page of their own. A name is worth one when enough entries use it, or when an entry explains it (names it in its title
 * or in a heading), for which a quarter of the uses is enough. How many are enough follows from a budget: on small trees nearly every name
 * has a page, on large ones never more than half as many as there are notes. The steps are coarse, so that one more mention seldom makes
 * or unmakes a page.
 */
export interface NameUse {
  /** Entries that mention the name. */
  readonly entryCount: number;
  readonly isExplained: boolean;
}

const STEPS = [1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128, 192, 256, 512, 1024, 4096, 16_384];

/** One flag a name, in the same order. */
export function choosePages(uses: readonly NameUse[], noteCount: number): readonly boolean[] {
  const budget = Math.max(600 - noteCount, Math.floor(noteCount / 2));
  for (const enough of STEPS) {
    const explained = Math.ceil(enough / 4);
    const chosen = uses.map(
      ({ entryCount, isExplained }) => entryCount >= enough || (isExplained && entryCount >= explained),
    );
    if (chosen.reduce((count, has) => count + (has ? 1 : 0), 0) <= budget) return chosen;
  }
  return uses.map(() => false);
}
