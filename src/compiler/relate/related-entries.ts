/**
 * Entries that share rare names. A shared name weighs 1 / log2(2 + entries that have it), the count taken to the next power of two so that
 * one more use elsewhere changes no list; names in more than `MAX_ENTRIES` entries say nothing.
 */
const MAX_ENTRIES = 64;
const MAX_RELATED = 5;
/** Least weight: about two names that few others have. */
const MIN_WEIGHT = 0.45;

/**
 * Related entries of every entry, best first, at most five. `namesOf[entry]` are numbers of names, `entriesOf[name]` numbers of entries,
 * both without repeats and sorted; equal weights keep the order of entries. `mayRelate` leaves out what is linked already.
 */
export function relateEntries(
  namesOf: readonly (readonly number[])[],
  entriesOf: readonly (readonly number[])[],
  mayRelate: (a: number, b: number) => boolean,
): readonly (readonly number[])[] {
  const weights = entriesOf.map((entries) => 1 / Math.log2(2 + 2 ** Math.ceil(Math.log2(Math.max(1, entries.length)))));
  const scores = new Float64Array(namesOf.length);
  return namesOf.map((names, entry) => {
    const touched: number[] = [];
    for (const name of names) {
      const entries = entriesOf[name] ?? [];
      if (entries.length < 2 || entries.length > MAX_ENTRIES) continue;
      const weight = weights[name] ?? 0;
      for (const other of entries) {
        if (other === entry) continue;
        if (scores[other] === 0) touched.push(other);
        scores[other] = (scores[other] ?? 0) + weight;
      }
    }
    const best = touched
      .filter((other) => (scores[other] ?? 0) >= MIN_WEIGHT && mayRelate(entry, other))
      .sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b)
      .slice(0, MAX_RELATED);
    for (const other of touched) scores[other] = 0;
    return best;
  });
}
