/** In which order entries are read, and which of them one after the other. */
import type { CorpusEntry } from '../compiler/compile-corpus.ts';
import type { EntryKind } from '../model/entry.ts';

export interface ReadingOrder {
  /** Numbers of the entries that are read one after the other with this one: those of one kind in one folder, or of one note. */
  sectionOf(number: number): readonly number[];
  /** Numbers of the entries of a kind: chapters as they are read, others as the corpus has them. */
  ofKind(kind: EntryKind): readonly number[];
}

/** Orders `entries`, which are known by their numbers in that array. Sections are worked out when first asked for. */
export function createReadingOrder(entries: readonly CorpusEntry[]): ReadingOrder {
  const compare = (a: number, b: number) => compareReading(entries[a], entries[b]) || a - b;
  let sections: ReadonlyMap<string, readonly number[]> | undefined;
  return {
    sectionOf: (number) => {
      sections ??= makeSections(entries, compare);
      const entry = entries[number];
      return (entry && sections.get(sectionKey(entry))) ?? [number];
    },
    ofKind: (kind) => {
      const numbers = entries.flatMap(({ entry }, number) => (entry.kind === kind ? [number] : []));
      return kind === 'chapter' ? numbers.sort(compare) : numbers;
    },
  };
}

function makeSections(
  entries: readonly CorpusEntry[],
  compare: (a: number, b: number) => number,
): ReadonlyMap<string, readonly number[]> {
  const sections = new Map<string, number[]>();
  entries.forEach((entry, number) => {
    const key = sectionKey(entry);
    const section = sections.get(key);
    if (section === undefined) sections.set(key, [number]);
    else section.push(number);
  });
  for (const section of sections.values()) section.sort(compare);
  return sections;
}

function compareReading(a: CorpusEntry | undefined, b: CorpusEntry | undefined): number {
  if (a === undefined || b === undefined) return 0;
  const [x, y] = [a.entry, b.entry];
  const byNumber = x.kind === 'chapter' ? (x.number ?? 1000) - (y.number ?? 1000) : 0;
  if (byNumber !== 0) return byNumber;
  if (x.source.file !== y.source.file) return x.source.file < y.source.file ? -1 : 1;
  return x.source.line - y.source.line;
}

function sectionKey({ entry }: CorpusEntry): string {
  const { root, file } = entry.source;
  const folder = file.includes('/') ? file.slice(0, file.lastIndexOf('/')) : '';
  const place =
    entry.kind === 'error' || entry.kind === 'sample'
      ? folder.split('/')[0]
      : entry.parent === undefined
        ? folder
        : file;
  return `${root}\n${entry.kind}\n${entry.parent === undefined ? 'notes' : 'parts'}\n${place}`;
}
