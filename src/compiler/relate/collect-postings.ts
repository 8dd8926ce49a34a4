import type { EntryRow } from '../assign-entry-ids.ts';
import type { CorpusNote, NoteBinding, Posting } from '../compile-corpus.ts';
import { MENTION_SIZE } from '../draft.ts';

/** For each entity, the entries that mention it, in their order; notes of the companion count nowhere. */
export function collectPostings(
  rows: readonly EntryRow[],
  bindings: ReadonlyMap<CorpusNote, NoteBinding>,
  entityCount: number,
  isCompanion: (note: CorpusNote) => boolean,
): readonly Posting[][] {
  const postings: Posting[][] = Array.from({ length: entityCount }, () => []);
  rows.forEach(({ note, draft }, entry) => {
    const names = bindings.get(note)?.names;
    if (names === undefined || isCompanion(note)) return;
    const found = new Map<number, { count: number; place: 0 | 1 | 2 | 3 }>();
    const { mentions, blocks } = draft;
    for (let at = 0; at < mentions.length; at += MENTION_SIZE) {
      const entity = names[mentions[at] ?? 0] ?? -1;
      if (entity < 0) continue;
      const block = blocks[mentions[at + 1] ?? 0];
      const place =
        block === undefined || block.kind === 'code' ? 0 : block.kind === 'heading' ? (block.anchor === '' ? 3 : 2) : 1;
      const known = found.get(entity);
      if (known === undefined) found.set(entity, { count: 1, place });
      else {
        known.count++;
        if (place > known.place) known.place = place;
      }
    }
    for (const [entity, { count, place }] of found) postings[entity]?.push({ entry, count, place });
  });
  return postings;
}

/** Bits of `collectEvidence`. */
export const IS_DEFINED = 1;
export const IS_OUTRIGHT = 2;

/** Bits for each entity: some note defines it in its own code, some rule took it without doubt. */
export function collectEvidence(notes: readonly CorpusNote[], names: readonly Int32Array[], count: number): Uint8Array {
  const evidence = new Uint8Array(count);
  notes.forEach(({ draft }, note) => {
    draft.names.forEach(({ rule, strength }, name) => {
      const entity = names[note]?.[name] ?? -1;
      if (entity < 0) return;
      const isDefinition = rule === 'own-definition' || rule === 'kconfig-definition';
      const bits = (isDefinition ? IS_DEFINED : 0) | (strength === 'certain' ? IS_OUTRIGHT : 0);
      evidence[entity] = (evidence[entity] ?? 0) | bits;
    });
  });
  return evidence;
}
