import type { Candidate, OpenCatalogue } from './open-catalogue.ts';
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
  /** By place of the word: the last line of which it was looked at. */
  readonly #usedIn: Int32Array;
  #line = 0;
  #candidates: Candidate[] = [];
  #isAlarming = false;
  #mayOpenReport = false;

  constructor(open: OpenCatalogue) {
    this.#open = open;
    this.#seenIn = new Int32Array(open.uses.length);
    this.#usedIn = new Int32Array(open.uses.length);
  }

  /** Of the line read last: the variants to be confirmed. */
  get candidates(): readonly Candidate[] {
    return this.#candidates;
  }

  /** Of the line read last: whether it has a word such as `error`. */
  get isAlarming(): boolean {
    return this.#isAlarming;
  }

  /** Of the line read last: whether it has a word with which a report of the kernel begins. */
  get mayOpenReport(): boolean {
    return this.#mayOpenReport;
  }

  /** Reads a line; false when it is raw and has to be normalised first. */
  read(text: string, isRaw = false): boolean {
    const { uses, table } = this.#open;
    this.#line += 1;
    if (this.#candidates.length > 0) this.#candidates = [];
    this.#isAlarming = false;
    this.#mayOpenReport = false;
    const count = table.read(text, this.#found, isRaw);
    if (count === ENCODED) return false;
    for (let index = 0; index < count; index += 1) this.#seenIn[this.#found[index] ?? 0] = this.#line;
    for (let index = 0; index < count; index += 1) {
      const place = this.#found[index] ?? 0;
      const use = uses[place];
      if (use === undefined || this.#usedIn[place] === this.#line) continue;
      this.#usedIn[place] = this.#line;
      if (use.isAlarming) this.#isAlarming = true;
      if (use.opensReport) this.#mayOpenReport = true;
      for (const candidate of use.confirms) if (this.#hasAll(candidate)) this.#candidates.push(candidate);
    }
    return true;
  }

  /** The words of a normalised line that the catalogue knows, in order. */
  wordsOf(text: string): string[] {
    const count = this.#open.table.read(text, this.#found);
    return Array.from(this.#found.subarray(0, Math.max(0, count)), (place) => this.#open.uses[place]?.word ?? '');
  }

  #hasAll({ places }: Candidate): boolean {
    for (const place of places) if (this.#seenIn[place] !== this.#line) return false;
    return true;
  }
}
