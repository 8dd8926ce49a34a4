/**
 * Lists of names on pages. A page ends only where the beginning of the names changes, so that one more name moves others to another page only
 * when its own page overflows; equal beginnings are told apart by one more letter at a time.
 */
export const NAMES_PER_PAGE = 500;

/** Sort key of a name in lists: without leading underscores and signs, in lower case. */
export function sortKeyOf(name: string): string {
  return name.replace(/^[_\W]+/, '').toLowerCase();
}

/** Lengths of the pages of a list whose sort keys are `keys`, in order; each at most `NAMES_PER_PAGE`. */
export function pageLengths(keys: readonly string[]): readonly number[] {
  const lengths: number[] = [];
  let current = 0;
  for (const size of groupSizes(keys, 0, keys.length, 2)) {
    if (current > 0 && current + size > NAMES_PER_PAGE) {
      lengths.push(current);
      current = 0;
    }
    current += size;
  }
  if (current > 0) lengths.push(current);
  return lengths;
}

/** Sizes of the runs of keys in `[from, to)` that share their first `letters` letters; runs that fill more than a page are cut finer. */
function groupSizes(keys: readonly string[], from: number, to: number, letters: number): readonly number[] {
  const sizes: number[] = [];
  for (let start = from; start < to; ) {
    const prefix = keys[start]?.slice(0, letters);
    let end = start + 1;
    while (end < to && keys[end]?.slice(0, letters) === prefix) end++;
    const size = end - start;
    if (size <= NAMES_PER_PAGE) sizes.push(size);
    else if (letters < 40) sizes.push(...groupSizes(keys, start, end, letters + 1));
    else for (let rest = size; rest > 0; rest -= NAMES_PER_PAGE) sizes.push(Math.min(rest, NAMES_PER_PAGE));
    start = end;
  }
  return sizes;
}
