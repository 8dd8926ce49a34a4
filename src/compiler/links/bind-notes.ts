import { makeDiagnostic } from '../../diagnostics/rules.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { EntryRow } from '../assign-entry-ids.ts';
import type { BoundTarget, CorpusNote, NoteBinding } from '../compile-corpus.ts';
import { type FindAsset, NoteIndex } from './note-index.ts';

/** Where each link of each note leads; links to nowhere are reported. `numbers` gives the place of an id in `rows`, `names` the entities of each note's names. */
export function bindNotes(
  notes: readonly CorpusNote[],
  rows: readonly EntryRow[],
  numbers: ReadonlyMap<string, number>,
  names: readonly Int32Array[],
  findAsset: FindAsset,
  diagnostics: Diagnostic[],
): ReadonlyMap<CorpusNote, NoteBinding> {
  const partsOf = new Map<CorpusNote, Map<string, number>>();
  for (const { id, note, draft } of rows) {
    const parts = partsOf.get(note) ?? new Map<string, number>();
    parts.set(draft.slug, numbers.get(id) ?? 0);
    partsOf.set(note, parts);
  }
  const index = new NoteIndex(notes, findAsset);
  return new Map(
    notes.map((note, at): [CorpusNote, NoteBinding] => {
      const targets = note.draft.targets.map((target): BoundTarget => {
        const place = index.resolve(note, target);
        if ('asset' in place) return { kind: 'asset', root: note.root, path: place.asset };
        const found = 'missing' in place ? place.place : place;
        if ('missing' in place) {
          const written = `${target.path}${target.part === '' ? '' : `#${target.part}`}`;
          diagnostics.push({
            root: note.root,
            file: note.file,
            ...makeDiagnostic(
              target.kind === 'image' ? 'dangling-image' : 'dangling-link',
              target,
              written,
              place.missing === 'anchor' ? 'a heading of that note' : undefined,
            ),
          });
        }
        const entry = found === undefined ? undefined : partsOf.get(found.note)?.get(found.slug);
        return entry === undefined || found === undefined
          ? { kind: 'missing' }
          : { kind: 'entry', entry, fragment: found.fragment };
      });
      return [note, { note, names: names[at] ?? new Int32Array(), targets, parts: partsOf.get(note) ?? new Map() }];
    }),
  );
}
