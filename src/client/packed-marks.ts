import type { Mark } from '../errors/finding-recorder.ts';

/** Marks as they travel from the reader: numbers, since thousands of objects would hold the page when they arrive. */
export interface PackedMarks {
  /** Identifiers of errors. */
  readonly entries: readonly string[];
  /** `ROW` numbers a mark: line, column, end column, place in `entries`, flags. */
  readonly rows: Int32Array<ArrayBuffer>;
}

const ROW = 5;
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

/** The marks that were packed, in their order. */
export function unpackMarks({ entries, rows }: PackedMarks): Mark[] {
  const marks: Mark[] = [];
  for (let at = 0; at < rows.length; at += ROW) {
    const [line = 0, column = 0, endColumn = 0, place = 0, flags = 0] = rows.subarray(at, at + ROW);
    marks.push({
      line,
      column,
      endColumn,
      entry: entries[place] ?? '',
      level: (flags & IS_SIMILAR) === 0 ? 'exact' : 'similar',
      isConsequence: (flags & IS_CONSEQUENCE) !== 0,
    });
  }
  return marks;
}
