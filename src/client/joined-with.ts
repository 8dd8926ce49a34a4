/** The chosen places and those that one line joins with them. `ends` are the two places of each line. */
export function joinedWith(chosen: ReadonlySet<number>, ends: readonly (readonly number[])[]): ReadonlySet<number> {
  const joined = new Set(chosen);
  for (const [from = -1, to = -1] of ends) {
    if (chosen.has(from)) joined.add(to);
    if (chosen.has(to)) joined.add(from);
  }
  return joined;
}
