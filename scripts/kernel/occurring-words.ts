/**
 * Fingerprints of all words of the trees, comments and strings included, for the question whether a name stands
 * anywhere at all. Open addressing over 32-bit hashes keeps several million words in some ten MiB, their letters in some
 * forty more.
 */
import { hashBytes, mixHash } from '../../src/kernel/word-filter.ts';
import type { InternedTexts } from './interned-texts.ts';

const IS_WORD = new Uint8Array(256);
for (const char of 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_') IS_WORD[char.charCodeAt(0)] = 1;

const MIN_LENGTH = 4;
const LINE_FEED = 10;

export class OccurringWords {
  private slots = new Uint32Array(1 << 20);
  private count = 0;
  /** The words themselves, each closed by a line feed. */
  private letters = Buffer.allocUnsafeSlow(1 << 20);
  private end = 0;

  get size(): number {
    return this.count;
  }

  /** Adds the words of a file that have an underscore, a small letter and at least four characters. */
  addText(source: Buffer): void {
    const end = source.length;
    let at = 0;
    while (at < end) {
      while (at < end && IS_WORD[source[at] ?? 0] === 0) at++;
      const start = at;
      let hash = 0x811c9dc5;
      let hasUnderscore = 0;
      let hasLower = 0;
      while (at < end) {
        const code = source[at] ?? 0;
        if (IS_WORD[code] === 0) break;
        if (code === 95) hasUnderscore = 1;
        else if (code >= 97) hasLower = 1;
        hash = Math.imul(hash ^ code, 0x01000193);
        at++;
      }
      if (hasUnderscore === 1 && hasLower === 1 && at - start >= MIN_LENGTH && this.addHash(mixHash(hash)))
        this.keepLetters(source, start, at);
    }
  }

  /** `true` when the hash was not there. */
  addHash(hash: number): boolean {
    const value = hash === 0 ? 1 : hash >>> 0;
    const mask = this.slots.length - 1;
    let slot = Math.imul(value, 0x9e3779b1) & mask;
    for (let held = this.slots[slot]; held !== 0; held = this.slots[slot]) {
      if (held === value) return false;
      slot = (slot + 1) & mask;
    }
    this.slots[slot] = value;
    if (++this.count * 2 > this.slots.length) this.grow();
    return true;
  }

  /** Hashes of all words but those of the given names, ascending. */
  sortedWithout(names: InternedTexts): Uint32Array {
    const known = new OccurringWords();
    for (let number = 0; number < names.size; number++) known.addHash(names.hashWith(number, hashBytes));
    const left = new Uint32Array(this.count);
    let count = 0;
    for (const value of this.slots) if (value !== 0 && !known.hasHash(value)) left[count++] = value;
    return left.subarray(0, count).sort();
  }

  /** All words but the given names, in order of code units. */
  textsWithout(names: InternedTexts): readonly string[] {
    const known = new OccurringWords();
    for (let number = 0; number < names.size; number++) known.addHash(names.hashWith(number, hashBytes));
    const found: string[] = [];
    for (let start = 0; start < this.end; ) {
      const stop = this.letters.indexOf(LINE_FEED, start);
      if (!known.hasHash(hashBytes(this.letters, start, stop)))
        found.push(this.letters.toString('latin1', start, stop));
      start = stop + 1;
    }
    return found.sort();
  }

  private keepLetters(source: Buffer, start: number, stop: number): void {
    const needed = this.end + stop - start + 1;
    if (needed > this.letters.length) {
      const larger = Buffer.allocUnsafeSlow(Math.max(needed, this.letters.length * 2));
      this.letters.copy(larger, 0, 0, this.end);
      this.letters = larger;
    }
    source.copy(this.letters, this.end, start, stop);
    this.end = needed;
    this.letters[needed - 1] = LINE_FEED;
  }

  private hasHash(value: number): boolean {
    const mask = this.slots.length - 1;
    let slot = Math.imul(value, 0x9e3779b1) & mask;
    for (let held = this.slots[slot]; held !== 0; held = this.slots[slot]) {
      if (held === value) return true;
      slot = (slot + 1) & mask;
    }
    return false;
  }

  private grow(): void {
    const old = this.slots;
    this.slots = new Uint32Array(old.length * 2);
    this.count = 0;
    for (const value of old) if (value !== 0) this.addHash(value);
  }
}
