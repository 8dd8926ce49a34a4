/**
 * Words under a hash that is made while a line is read: one pass over the line, and no string for a word that nobody asked
 * for, which most words of a log are. Words are runs of 2 to 63 letters, digits and underscores of ASCII, in any case.
 */
export class WordTable {
  readonly #mask: number;
  readonly #hashes: Int32Array;
  readonly #places: Int32Array;
  readonly #words: readonly string[];
  #isPlain = false;

  /** `words` are in lower case, each once. */
  constructor(words: readonly string[]) {
    const size = 2 ** Math.ceil(Math.log2(Math.max(16, words.length * 4)));
    this.#mask = size - 1;
    this.#hashes = new Int32Array(size);
    this.#places = new Int32Array(size);
    this.#words = words;
    for (const [place, word] of words.entries()) {
      const hash = hashOf(word);
      let slot = hash & this.#mask;
      while (this.#hashes[slot] !== 0) slot = (slot + 1) & this.#mask;
      this.#hashes[slot] = hash;
      this.#places[slot] = place;
    }
  }

  /** Of the text read last, if it was not `ENCODED`: whether all of it is ASCII that normalising leaves as it is, blanks and prefixes apart. */
  get isPlain(): boolean {
    return this.#isPlain;
  }

  /**
   * Writes the places in `words` of the words that the text has, in order, and returns how many; at most as many as
   * `into` holds. A raw line with what normalising may turn into letters (control characters, entities) gives `ENCODED`.
   */
  read(text: string, into: Int32Array, isRaw = false): number {
    const { length } = text;
    let count = 0;
    let hash = 0;
    let start = 0;
    let isPlain = true;
    for (let offset = 0; offset <= length; offset += 1) {
      const unit = offset < length ? text.charCodeAt(offset) : SPACE;
      const kind = unit < 128 ? (KINDS[unit] ?? 0) : FOLDED;
      if (kind > FOLDED) {
        hash = (Math.imul(hash, 31) + kind) | 0;
      } else {
        if (kind !== 0) {
          if (kind === CODED && isRaw) return ENCODED;
          isPlain = false;
        }
        if (hash !== 0) {
          const place = this.#find(hash, text, start, offset);
          if (place >= 0) into[count++] = place;
          hash = 0;
        }
        start = offset + 1;
      }
    }
    this.#isPlain = isPlain;
    return count;
  }

  #find(hash: number, text: string, from: number, to: number): number {
    for (let slot = hash & this.#mask; this.#hashes[slot] !== 0; slot = (slot + 1) & this.#mask) {
      const place = this.#places[slot] ?? 0;
      if (this.#hashes[slot] === hash && isWordAt(this.#words[place] ?? '', text, from, to)) return place;
    }
    return -1;
  }
}

/** What `WordTable.read` returns for a raw line that must be decoded first. */
export const ENCODED = -1;
const SPACE = 32;
const CODED = 1;
const FOLDED = 2;

/** By unit: 0 between words, `CODED`, `FOLDED` for what folding may change, or the unit of the letter in lower case. */
const KINDS = new Uint8Array(128);
for (let unit = 0; unit < 128; unit += 1) {
  const character = String.fromCharCode(unit);
  if (/\w/.test(character)) KINDS[unit] = character.toLowerCase().charCodeAt(0);
  else if (character === '&' || character === '^' || (unit < 32 && unit !== 9) || unit === 127) KINDS[unit] = CODED;
  else if (character === '`' || character === '?' || unit === 9) KINDS[unit] = FOLDED;
}

function hashOf(word: string): number {
  let hash = 0;
  for (let offset = 0; offset < word.length; offset += 1)
    hash = (Math.imul(hash, 31) + (KINDS[word.charCodeAt(offset)] ?? 0)) | 0;
  return hash;
}

function isWordAt(word: string, text: string, from: number, to: number): boolean {
  if (word.length !== to - from) return false;
  for (let offset = 0; offset < word.length; offset += 1)
    if (KINDS[text.charCodeAt(from + offset)] !== word.charCodeAt(offset)) return false;
  return true;
}
