import { type Candidate, type OpenCatalogue, WORD_MARKS } from './open-catalogue.ts';
import { ENCODED } from './word-table.ts';

// As many words as a piece of a log can have.
const MAX_WORDS = 8192;

/**
 * Tells by its words alone what a line may be. A variant is a candidate when all its whole words stand in the line, in
 * whatever order, so that healthy lines have none.
 */
export class CandidateFinder {
  readonly #open: OpenCatalogue;
  readonly #found = new Int32Array(MAX_WORDS);
  /** By place of the word: the last line that had it. */
  readonly #seenIn: Int32Array;
  #line = 0;
  #candidates: Candidate[] = [];
  /** Of all words of the line together. */
  #marks = 0;

  constructor(open: OpenCatalogue) {
    this.#open = open;
    this.#seenIn = new Int32Array(open.uses.length);
  }

  /** Of the line read last: the variants to be confirmed. */
  get candidates(): readonly Candidate[] {
    return this.#candidates;
  }

  /** Of the line read last: whether it has a word such as `error`. */
  get isAlarming(): boolean {
    return (this.#marks & WORD_MARKS.alarms) !== 0;
  }

  /** Of the line read last: whether it has a word with which a report of the kernel begins. */
  get mayOpenReport(): boolean {
    return (this.#marks & WORD_MARKS.opensReport) !== 0;
  }

  /** Of the line read last: whether it has a word beside which the kernel's release may stand. */
  get mayNameRelease(): boolean {
    return (this.#marks & WORD_MARKS.namesRelease) !== 0;
  }

  /** Of the line read last, if it was raw: whether it is as plain as `WordTable.isPlain` tells. */
  get isPlain(): boolean {
    return this.#open.table.isPlain;
  }

  /** Reads a line; false when it is raw and has to be normalised first. */
  read(text: string, isRaw = false): boolean {
    const { marks, table } = this.#open;
    const found = this.#found;
    const line = ++this.#line;
    if (this.#candidates.length > 0) this.#candidates = [];
    this.#marks = 0;
    const count = table.read(text, found, isRaw);
    if (count === ENCODED) return false;
    const seenIn = this.#seenIn;
    let all = 0;
    // A word that comes again is taken out, so that each speaks once.
    let once = 0;
    for (let index = 0; index < count; index += 1) {
      const place = found[index] ?? 0;
      if (seenIn[place] === line) continue;
      seenIn[place] = line;
      const mark = marks[place] ?? 0;
      all |= mark;
      if ((mark & WORD_MARKS.confirms) !== 0) found[once++] = place;
    }
    this.#marks = all;
    for (let index = 0; index < once; index += 1) this.#confirm(found[index] ?? 0);
    return true;
  }

  /** The words of a normalised line that the catalogue knows, in order. */
  wordsOf(text: string): string[] {
    const count = this.#open.table.read(text, this.#found);
    return Array.from(this.#found.subarray(0, Math.max(0, count)), (place) => this.#open.uses[place]?.word ?? '');
  }

  #confirm(place: number): void {
    const { uses } = this.#open;
    for (const candidate of uses[place]?.confirms ?? []) if (this.#hasAll(candidate)) this.#candidates.push(candidate);
  }

  #hasAll({ places }: Candidate): boolean {
    const seenIn = this.#seenIn;
    const line = this.#line;
    for (let index = 0; index < places.length; index += 1) if (seenIn[places[index] ?? 0] !== line) return false;
    return true;
  }
}
