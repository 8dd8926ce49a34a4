import type { Succession } from '../model/entity.ts';

/** Names that take a place in the same way, together, in the order of the first. */
export function groupSuccessors(
  successors: readonly Succession[],
): readonly { readonly names: readonly string[]; readonly how: string }[] {
  const groups = new Map<string, string[]>();
  for (const { name, how } of successors) {
    const names = groups.get(how);
    if (names) names.push(name);
    else groups.set(how, [name]);
  }
  return [...groups].map(([how, names]) => ({ names, how }));
}
