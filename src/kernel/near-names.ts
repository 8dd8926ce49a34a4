/**
 * Finds names that differ from a word by few letters, without comparing the word with each of them.
 *
 * Names are compared *folded*: small letters, no underscores, so that a mistake in either costs nothing. They lie in bins of one
 * first letter and one length. Beside each stand two masks, of the letters and of the pairs of letters it has: an edit changes two
 * bits of the first and six of the second at most, which leaves few names to compare letter by letter.
 */

import { mixHash } from './word-filter.ts';

const LETTERS = 36;
const MAX_LENGTH = 64;
const ROW_LENGTH = MAX_LENGTH + 4;
/** Bits of the masks that one edit changes at most: swapped letters make three pairs of three others. */
const LETTER_BITS = 2;
const PAIR_BITS = 6;
const PART_SLOTS = 2 ** 20;
/** Names that have a part before it counts as a word of its own. */
const COMMON_PART = 100;

/** Small letters, without underscores. */
export function foldName(name: string): string {
  return name.toLowerCase().replaceAll('_', '');
}

/** Names that are added one by one and then looked for; `finish` stands between. */
export class NearTable {
  private masks = new Int32Array(1 << 16);
  private pairs = new Int32Array(1 << 16);
  private morePairs = new Int32Array(1 << 16);
  private bins = new Uint16Array(1 << 16);
  private numbers = new Uint32Array(1 << 16);
  /** Where the folded letters of an entry start; they are as many as its bin says. */
  private offsets = new Uint32Array(1 << 16);
  private folded = new Uint8Array(1 << 20);
  private foldedEnd = 0;
  private count = 0;
  /** Entries by bin, and where each bin starts among them. */
  private order = new Uint32Array(0);
  private readonly starts = new Uint32Array(LETTERS * (MAX_LENGTH + 1) + 1);
  /** Names by the hash of a part, counted up to `COMMON_PART`. */
  private readonly parts = new Uint8Array(PART_SLOTS);
  private readonly rows: [Uint8Array, Uint8Array, Uint8Array] = [
    new Uint8Array(ROW_LENGTH),
    new Uint8Array(ROW_LENGTH),
    new Uint8Array(ROW_LENGTH),
  ];

  /** Adds the name whose ASCII codes are the first `length` of `codes`, under a number. */
  add(codes: Uint8Array, length: number, number: number): void {
    if (this.count === this.masks.length) this.growEntries();
    if (this.foldedEnd + length > this.folded.length) this.folded = grown(this.folded);
    const start = this.foldedEnd;
    let end = start;
    let mask = 0;
    let pairs = 0;
    let morePairs = 0;
    let before = -1;
    let part = PART_START;
    for (let at = 0; at < length; at++) {
      const letter = letterOf(codes[at] ?? 0);
      if (letter === -1) {
        this.countPart(part);
        part = PART_START;
        continue;
      }
      part = stepPart(part, letter);
      if (before !== -1) {
        const pair = pairOf(before, letter);
        if (pair < 32) pairs |= 1 << pair;
        else morePairs |= 1 << pair;
      }
      mask |= bitOf(letter);
      this.folded[end++] = letter;
      before = letter;
    }
    this.countPart(part);
    if (end === start || end - start > MAX_LENGTH) return;
    this.masks[this.count] = mask;
    this.pairs[this.count] = pairs;
    this.morePairs[this.count] = morePairs;
    this.bins[this.count] = binOf(this.folded[start] ?? 0, end - start);
    this.numbers[this.count] = number;
    this.offsets[this.count++] = start;
    this.foldedEnd = end;
  }

  /** Whether many names have the part, in capitals or not, so that it is a word and no slip of another. */
  isCommonPart(part: string): boolean {
    let hash = PART_START;
    for (let at = 0; at < part.length; at++) hash = stepPart(hash, letterOf(part.charCodeAt(at)));
    return (this.parts[slotOf(hash)] ?? 0) >= COMMON_PART;
  }

  /** Sorts what was added into bins. */
  finish(): void {
    const { count, starts } = this;
    starts.fill(0);
    for (let entry = 0; entry < count; entry++) {
      const bin = (this.bins[entry] ?? 0) + 1;
      starts[bin] = (starts[bin] ?? 0) + 1;
    }
    for (let bin = 1; bin < starts.length; bin++) starts[bin] = (starts[bin] ?? 0) + (starts[bin - 1] ?? 0);
    const next = starts.slice();
    this.order = new Uint32Array(count);
    for (let entry = 0; entry < count; entry++) {
      const bin = this.bins[entry] ?? 0;
      const at = next[bin] ?? 0;
      next[bin] = at + 1;
      this.order[at] = entry;
    }
    const { masks, pairs, morePairs } = this;
    this.masks = new Int32Array(count);
    this.pairs = new Int32Array(count);
    this.morePairs = new Int32Array(count);
    for (let at = 0; at < count; at++) {
      const entry = this.order[at] ?? 0;
      this.masks[at] = masks[entry] ?? 0;
      this.pairs[at] = pairs[entry] ?? 0;
      this.morePairs[at] = morePairs[entry] ?? 0;
    }
  }

  /**
   * Numbers of the names whose folded form is at most `edits` apart from `word`, a folded one: letters put in, left out, replaced or
   * swapped with the next. The first letters must be the same; or they are swapped or one too many, and nothing else differs.
   */
  near(word: string, edits: number): readonly number[] {
    const found: number[] = [];
    const letters = Uint8Array.from(word, (letter) => letterOf(letter.charCodeAt(0)));
    if (letters.length > MAX_LENGTH || letters.includes(255)) return found;
    let mask = 0;
    let pairs = 0;
    let morePairs = 0;
    for (let at = 0; at < letters.length; at++) {
      mask |= bitOf(letters[at] ?? 0);
      if (at === 0) continue;
      const pair = pairOf(letters[at - 1] ?? 0, letters[at] ?? 0);
      if (pair < 32) pairs |= 1 << pair;
      else morePairs |= 1 << pair;
    }
    const [first = 0, second = first] = letters;
    const find = (letter: number, mistakes: number): void => {
      for (
        let length = Math.max(1, word.length - mistakes);
        length <= Math.min(MAX_LENGTH, word.length + mistakes);
        length++
      ) {
        const bin = binOf(letter, length);
        const end = this.starts[bin + 1] ?? 0;
        for (let at = this.starts[bin] ?? 0; at < end; at++) {
          if (countBits((this.masks[at] ?? 0) ^ mask) > LETTER_BITS * mistakes) continue;
          const others = countBits((this.pairs[at] ?? 0) ^ pairs);
          if (others + countBits((this.morePairs[at] ?? 0) ^ morePairs) > PAIR_BITS * mistakes) continue;
          const entry = this.order[at] ?? 0;
          if (this.isWithin(letters, this.offsets[entry] ?? 0, length, mistakes)) found.push(this.numbers[entry] ?? 0);
        }
      }
    };
    find(first, edits);
    if (second !== first) find(second, Math.min(edits, 1));
    return found;
  }

  /** Whether the folded name at an offset is within `edits` of the word; only cells near the diagonal are filled. */
  private isWithin(word: Uint8Array, start: number, length: number, edits: number): boolean {
    const { folded } = this;
    const most = edits + 1;
    let [beforeLast, last, next] = this.rows;
    for (let column = 0; column <= length; column++) last[column] = Math.min(column, most);
    for (let row = 1; row <= word.length; row++) {
      const from = Math.max(1, row - edits);
      const to = Math.min(length, row + edits);
      next[from - 1] = from === 1 ? Math.min(row, most) : most;
      let best = from === 1 ? row : most;
      for (let column = from; column <= to; column++) {
        const letter = folded[start + column - 1];
        const isSame = word[row - 1] === letter;
        let value = (last[column - 1] ?? most) + (isSame ? 0 : 1);
        if (column < row + edits) value = Math.min(value, (last[column] ?? most) + 1);
        value = Math.min(value, (next[column - 1] ?? most) + 1);
        if (
          !isSame &&
          row > 1 &&
          column > 1 &&
          word[row - 1] === folded[start + column - 2] &&
          word[row - 2] === letter
        )
          value = Math.min(value, (beforeLast[column - 2] ?? most) + 1);
        next[column] = value;
        if (value < best) best = value;
      }
      if (best > edits) return false;
      [beforeLast, last, next] = [last, next, beforeLast];
    }
    return (last[length] ?? most) <= edits;
  }

  private countPart(part: number): void {
    const slot = slotOf(part);
    const count = this.parts[slot] ?? 0;
    if (part !== PART_START && count < COMMON_PART) this.parts[slot] = count + 1;
  }

  private growEntries(): void {
    this.masks = grown(this.masks);
    this.pairs = grown(this.pairs);
    this.morePairs = grown(this.morePairs);
    this.bins = grown(this.bins);
    this.numbers = grown(this.numbers);
    this.offsets = grown(this.offsets);
  }
}

const PART_START = 0x811c9dc5 | 0;

function stepPart(hash: number, letter: number): number {
  return Math.imul(hash ^ letter, 0x01000193);
}

function slotOf(hash: number): number {
  return mixHash(hash) >>> 12;
}

function grown<Kind extends Int32Array | Uint32Array | Uint16Array | Uint8Array>(old: Kind): Kind {
  const larger = new (old.constructor as new (length: number) => Kind)(old.length * 2);
  larger.set(old);
  return larger;
}

function binOf(first: number, length: number): number {
  return first * (MAX_LENGTH + 1) + length;
}

/** 0 to 25 for letters, 26 to 35 for digits, -1 for all else. */
function letterOf(code: number): number {
  if (code >= 97 && code <= 122) return code - 97;
  if (code >= 65 && code <= 90) return code - 65;
  return code >= 48 && code <= 57 ? code - 22 : -1;
}

/** Digits share six bits. */
function bitOf(letter: number): number {
  return 1 << (letter < 26 ? letter : 26 + ((letter - 26) % 6));
}

/** One of 64 bits for a pair of letters. */
function pairOf(before: number, letter: number): number {
  return Math.imul(before * LETTERS + letter, 0x9e3779b1) >>> 26;
}

function countBits(bits: number): number {
  let count = bits - ((bits >>> 1) & 0x55555555);
  count = (count & 0x33333333) + ((count >>> 2) & 0x33333333);
  return (((count + (count >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}
