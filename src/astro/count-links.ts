import type { CorpusEntry, NoteBinding } from '../compiler/compile-corpus.ts';

/** How many links of the notes lead to each entry, by its number; links of a note to itself do not count. */
export function countLinks(entries: readonly CorpusEntry[]): Uint32Array {
  const counts = new Uint32Array(entries.length);
  const seen = new Set<NoteBinding>();
  for (const { binding } of entries) {
    if (seen.has(binding)) continue;
    seen.add(binding);
    for (const target of binding.targets) {
      if (target.kind !== 'entry' || entries[target.entry]?.binding === binding) continue;
      counts[target.entry] = (counts[target.entry] ?? 0) + 1;
    }
  }
  return counts;
}
