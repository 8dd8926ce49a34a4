import { makeDiagnostic } from '../diagnostics/rules.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { entryIdOf, shortHash } from './assign-ids.ts';
import type { CorpusNote } from './compile-corpus.ts';
import type { DraftEntry } from './draft.ts';

/** One entry with its id. */
export interface EntryRow {
  readonly id: string;
  readonly note: CorpusNote;
  readonly draft: DraftEntry;
  readonly parentId: string | undefined;
}

/**
 * Rows of all entries, sorted by id in code units. Notes come before parts of notes, so that a new section never takes the address of a
 * file. Two entries that file systems which fold case would hold as one are told apart and reported as `duplicate-id`; the one in small
 * letters keeps its address, so that `Readme.md` beside a `readme.md` never changes the latter.
 */
export function assignEntryIds(
  notes: readonly CorpusNote[],
  prefixOf: (root: string) => string,
  diagnostics: Diagnostic[],
): readonly EntryRow[] {
  const taken = new Map<string, CorpusNote>();
  const ids = new Map<CorpusNote, Map<string, string>>(notes.map((note) => [note, new Map()]));
  const assign = (note: CorpusNote, { kind, slug, line }: DraftEntry): void => {
    const wanted = entryIdOf(kind, prefixOf(note.root), note.file, slug);
    const first = taken.get(wanted.toLowerCase());
    const id = first === undefined ? wanted : `${wanted}~${shortHash(`${note.root}\n${note.file}\n${slug}`)}`;
    if (first !== undefined) {
      const problem = makeDiagnostic('duplicate-id', { line, column: 1 }, `${wanted}, as ${first.file}`);
      diagnostics.push({ root: note.root, file: note.file, ...problem });
    }
    taken.set(id.toLowerCase(), note);
    ids.get(note)?.set(slug, id);
  };
  const isSmall = ({ file }: CorpusNote): boolean => file === file.toLowerCase();
  const inOrder = [...notes.filter(isSmall), ...notes.filter((note) => !isSmall(note))];
  for (const note of inOrder) for (const entry of note.draft.entries) if (entry.slug === '') assign(note, entry);
  for (const note of inOrder) for (const entry of note.draft.entries) if (entry.slug !== '') assign(note, entry);
  const rows = notes.flatMap((note) =>
    note.draft.entries.map((draft): EntryRow => {
      const own = ids.get(note);
      const parentId = draft.parent === undefined ? undefined : own?.get(draft.parent);
      return { id: own?.get(draft.slug) ?? '', note, draft, parentId };
    }),
  );
  return rows.sort((a, b) => (a.id < b.id ? -1 : 1));
}
