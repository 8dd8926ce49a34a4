/**
 * Drafts to corpus: ids, names, links, relations. Everything that needs more than one note happens here, and nothing here reads a note
 * again; the cost follows the number of distinct names, not the length of the texts.
 */
import type { FileOutcome } from '../model/corpus.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { EntityKind } from '../model/entity.ts';
import type { Entry } from '../model/entry.ts';
import { assignEntryIds, type EntryRow } from './assign-entry-ids.ts';
import type { Draft, DraftEntry } from './draft.ts';
import { bindNotes } from './links/bind-notes.ts';
import type { FindAsset, IndexedNote } from './links/note-index.ts';
import { collectEvidence, collectPostings } from './relate/collect-postings.ts';
import { describeEntities, renumberNames } from './relate/describe-entities.ts';
import { relateEntries } from './relate/related-entries.ts';

export interface CorpusNote extends IndexedNote {
  /** Changes whenever the draft does. */
  readonly digest: string;
}

/** What a name of a note turned out to be. */
export interface DecidedName {
  readonly name: string;
  readonly kind: EntityKind;
}

export interface CorpusInput {
  /** Sorted by root, as configured, then by file. Unpublished notes are passed over. */
  readonly notes: readonly CorpusNote[];
  /** First part of the ids of each root; empty where a build has one root. */
  readonly prefixOf: (root: string) => string;
  readonly findAsset: FindAsset;
  /** `true` for notes of the shipped catalogue where it only accompanies other notes: they have pages, but their names count nowhere. */
  readonly isCompanion: (note: CorpusNote) => boolean;
  /** For each note, for each of its `draft.names`, what it is; `undefined` for no entity. */
  readonly decide: (drafts: readonly Draft[]) => readonly (readonly (DecidedName | undefined)[])[];
}

/** Where a link target leads: to an entry's place, to an asset, or nowhere. */
export type BoundTarget =
  | { readonly kind: 'entry'; readonly entry: number; readonly fragment: string }
  | { readonly kind: 'asset'; readonly root: string; readonly path: string }
  | { readonly kind: 'missing' };

export interface NoteBinding {
  readonly note: CorpusNote;
  /** Entity number of each of the draft's names, -1 for none. */
  readonly names: Int32Array;
  readonly targets: readonly BoundTarget[];
  /** Entry numbers by slug. */
  readonly parts: ReadonlyMap<string, number>;
}

export interface CorpusEntry {
  readonly entry: Entry;
  readonly draft: DraftEntry;
  readonly binding: NoteBinding;
  /** Numbers of entries that were taken out of this one, in the order of the text. */
  readonly children: readonly number[];
  /** Numbers of the entities that it mentions, sorted. */
  readonly names: readonly number[];
  readonly related: readonly number[];
}

/** How an entry mentions an entity. `place`: 3 in the title, 2 in a heading or a definition, 1 in the text, 0 in code only. */
export interface Posting {
  readonly entry: number;
  readonly count: number;
  readonly place: 0 | 1 | 2 | 3;
}

export interface CorpusEntity {
  readonly id: string;
  readonly name: string;
  readonly kind: EntityKind;
  readonly mentionCount: number;
  readonly hasPage: boolean;
  readonly isInProse: boolean;
  /** A code block of some note defines it. */
  readonly isDefinedInNotes: boolean;
  /** No note calls it, declares it or says what it is: it only looks like a name. */
  readonly isBare: boolean;
  /** In the order of entries. */
  readonly postings: readonly Posting[];
}

export interface CompiledCorpus {
  /** Sorted by id in code units; entries and entities are numbered by their place in these lists. */
  readonly entries: readonly CorpusEntry[];
  readonly entities: readonly CorpusEntity[];
  readonly diagnostics: readonly Diagnostic[];
  /** Outcome of each note, in the order of the input. */
  readonly outcomes: readonly {
    readonly root: string;
    readonly file: string;
    readonly outcome: FileOutcome;
    readonly reason?: string;
  }[];
  readonly noteCount: number;
}

/** Builds the corpus. Pure: same input, same corpus. */
export function compileCorpus({ notes, prefixOf, findAsset, isCompanion, decide }: CorpusInput): CompiledCorpus {
  const published = notes.filter((note) => note.draft.isPublished);
  const diagnostics: Diagnostic[] = notes.flatMap(({ root, file, draft }) =>
    draft.diagnostics.map((found) => ({ root, file, ...found })),
  );
  const rows = assignEntryIds(published, prefixOf, diagnostics);
  const numbers = new Map(rows.map(({ id }, number) => [id, number]));
  const decided = decide(published.map(({ draft }) => draft));
  const { entities: found, names: namesOfNotes } = numberEntities(decided);
  const bindings = bindNotes(published, rows, numbers, namesOfNotes, findAsset, diagnostics);
  const postings = collectPostings(rows, bindings, found.length, isCompanion);
  const kept = found.map((_, number) => number).filter((number) => (postings[number]?.length ?? 0) > 0);
  const noteCount = published.reduce((count, note) => count + (isCompanion(note) ? 0 : 1), 0);
  const evidence = collectEvidence(published, namesOfNotes, found.length);
  const entities = describeEntities(kept, found, postings, evidence, noteCount);
  renumberNames(bindings, kept, found.length);
  const namesOf: number[][] = rows.map(() => []);
  entities.forEach((entity, number) => {
    for (const { entry } of entity.postings) namesOf[entry]?.push(number);
  });
  const childrenOf = collectChildren(rows, numbers);
  const isFamily = (a: number, b: number) =>
    rows[a]?.note === rows[b]?.note && (rows[a]?.parentId === rows[b]?.id || rows[b]?.parentId === rows[a]?.id);
  const related = relateEntries(
    namesOf,
    entities.map((entity) => entity.postings.map(({ entry }) => entry)),
    (a, b) => !isFamily(a, b),
  );
  const entries = rows.map(({ id, draft, note, parentId }, number): CorpusEntry => {
    const binding = bindings.get(note);
    if (binding === undefined) throw new Error(`no binding for ${note.file}`);
    return {
      entry: makeEntry(id, draft, note, parentId),
      draft,
      binding,
      children: childrenOf[number] ?? [],
      names: namesOf[number] ?? [],
      related: related[number] ?? [],
    };
  });
  return {
    entries,
    entities,
    diagnostics: diagnostics.sort(byPlace),
    outcomes: notes.map((note) => outcomeOf(note)),
    noteCount,
  };
}

function numberEntities(decided: readonly (readonly (DecidedName | undefined)[])[]): {
  entities: readonly DecidedName[];
  names: readonly Int32Array[];
} {
  const numbers = new Map<string, number>();
  const entities: DecidedName[] = [];
  const names = decided.map((list) =>
    Int32Array.from(list, (name) => {
      if (name === undefined) return -1;
      const key = `${name.name}\n${name.kind}`;
      let number = numbers.get(key);
      if (number === undefined) {
        number = entities.push(name) - 1;
        numbers.set(key, number);
      }
      return number;
    }),
  );
  return { entities, names };
}

function collectChildren(rows: readonly EntryRow[], numbers: ReadonlyMap<string, number>): readonly number[][] {
  const children: number[][] = rows.map(() => []);
  rows.forEach(({ parentId }, number) => {
    if (parentId !== undefined) children[numbers.get(parentId) ?? -1]?.push(number);
  });
  for (const list of children) list.sort((a, b) => (rows[a]?.draft.line ?? 0) - (rows[b]?.draft.line ?? 0) || a - b);
  return children;
}

function makeEntry(id: string, draft: DraftEntry, note: CorpusNote, parent: string | undefined): Entry {
  const {
    kind,
    title,
    line,
    endLine,
    number,
    state,
    kernel,
    summary,
    tags,
    lang,
    headings,
    words,
    error,
    sample,
    claims,
  } = draft;
  return {
    id,
    kind,
    title,
    source: { root: note.root, file: note.file, line, endLine },
    parent,
    number,
    state,
    kernel,
    summary,
    tags,
    lang,
    headings,
    words,
    error,
    sample,
    claims,
  };
}

function outcomeOf(note: CorpusNote): CompiledCorpus['outcomes'][number] {
  const { root, file, draft } = note;
  if (!draft.isPublished)
    return { root, file, outcome: 'skipped', reason: 'not published: its front matter says draft or private' };
  if (draft.outcome === 'plain') return { root, file, outcome: 'plain', reason: draft.reason ?? 'over budget' };
  return {
    root,
    file,
    outcome: draft.diagnostics.some(({ severity }) => severity !== 'info') ? 'rendered-with-warnings' : 'rendered',
  };
}

function byPlace(a: Diagnostic, b: Diagnostic): number {
  return (
    compare(a.root, b.root) ||
    compare(a.file, b.file) ||
    a.line - b.line ||
    a.column - b.column ||
    compare(a.rule, b.rule) ||
    compare(a.found, b.found)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
