import type { Mark } from '../errors/finding-recorder.ts';

/** Marks as they travel from the reader: numbers, since thousands of objects would hold the page when they arrive. */
export interface PackedMarks {
  /** Identifiers of errors. */
  readonly entries: readonly string[];
  /** `ROW` numbers a mark: line, column, end column, place in `entries`, flags. */
  readonly rows: Int32Array<ArrayBuffer>;
}

/** Numbers that make a mark. */
export const ROW = 5;
const IS_SIMILAR = 1;
const IS_CONSEQUENCE = 2;

export function packMarks(marks: readonly Mark[]): PackedMarks {
  const places = new Map<string, number>();
  const rows = new Int32Array(marks.length * ROW);
  for (const [index, { line, column, endColumn, entry, level, isConsequence }] of marks.entries()) {
    const place = places.get(entry) ?? places.size;
    places.set(entry, place);
    const flags = (level === 'similar' ? IS_SIMILAR : 0) | (isConsequence ? IS_CONSEQUENCE : 0);
    rows.set([line, column, endColumn, place, flags], index * ROW);
  }
  return { entries: [...places.keys()], rows };
}

/** The mark whose numbers begin at `at`, a multiple of `ROW`. */
export function unpackMark({ entries, rows }: PackedMarks, at: number): Mark {
  const flags = rows[at + 4] ?? 0;
  return {
    line: rows[at] ?? 0,
    column: rows[at + 1] ?? 0,
    endColumn: rows[at + 2] ?? 0,
    entry: entries[rows[at + 3] ?? 0] ?? '',
    level: (flags & IS_SIMILAR) === 0 ? 'exact' : 'similar',
    isConsequence: (flags & IS_CONSEQUENCE) !== 0,
  };
}
