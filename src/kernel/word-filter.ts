/**
 * A set of word fingerprints: hashes cut to few bits, sorted, their distances stored with the code of Rice.
 * It errs only towards saying yes: once in `2^spareBits` for a word that is not in it.
 */

const HEADER_BYTES = 5;

/** Hash of a word of ASCII letters: FNV-1a, mixed so that its high bits are as good as its low ones. */
export function hashWord(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ (word.charCodeAt(at) & 0xff), 0x01000193);
  return mixHash(hash);
}

/** Spreads the bits of an FNV hash. */
export function mixHash(hash: number): number {
  let value = hash ^ (hash >>> 16);
  value = Math.imul(value, 0x85ebca6b);
  value ^= value >>> 13;
  value = Math.imul(value, 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}

/** Number of bits of a fingerprint such that one in 16 strange words is taken for a known one. */
export function fingerprintBits(wordCount: number): number {
  return Math.min(32, Math.max(8, Math.ceil(Math.log2(Math.max(1, wordCount))) + 4));
}

/** Packs hashes (any order, of 32 bits) into fingerprints of `bits` bits. */
export function packWordFilter(hashes: Uint32Array, bits: number): Uint8Array {
  const values = hashes.map((hash) => hash >>> (32 - bits)).sort();
  const riceBits = Math.max(0, bits - Math.ceil(Math.log2(values.length + 1)));
  const out: number[] = [];
  let held = 0;
  let heldBits = 0;
  const put = (bit: number): void => {
    held |= bit << heldBits;
    if (++heldBits === 8) {
      out.push(held);
      held = 0;
      heldBits = 0;
    }
  };
  let previous = -1;
  let count = 0;
  for (const value of values) {
    if (value === previous) continue;
    const distance = value - previous - 1;
    for (let step = distance >>> riceBits; step > 0; step--) put(1);
    put(0);
    for (let bit = 0; bit < riceBits; bit++) put((distance >>> bit) & 1);
    previous = value;
    count++;
  }
  if (heldBits > 0) out.push(held);
  const packed = new Uint8Array(HEADER_BYTES + out.length);
  new DataView(packed.buffer).setUint32(0, count, true);
  packed[4] = riceBits;
  packed.set(out, HEADER_BYTES);
  return packed;
}

/** An opened set. */
export class WordFilter {
  private readonly values: Uint32Array;
  private readonly bits: number;

  constructor(packed: Uint8Array, bits: number) {
    this.bits = bits;
    const count = packed.length < HEADER_BYTES ? 0 : new DataView(packed.buffer, packed.byteOffset).getUint32(0, true);
    this.values = new Uint32Array(count);
    const riceBits = packed[4] ?? 0;
    let at = HEADER_BYTES * 8;
    const read = (): number => ((packed[at >>> 3] ?? 0) >>> (at++ & 7)) & 1;
    let previous = -1;
    for (let index = 0; index < count; index++) {
      let distance = 0;
      while (read() === 1) distance += 2 ** riceBits;
      for (let bit = 0; bit < riceBits; bit++) distance += read() * 2 ** bit;
      previous += distance + 1;
      this.values[index] = previous;
    }
  }

  /** Fingerprints, ascending; whole hashes where the set was packed with 32 bits. */
  fingerprints(): Uint32Array {
    return this.values;
  }

  has(hash: number): boolean {
    const wanted = hash >>> (32 - this.bits);
    let low = 0;
    let high = this.values.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.values[middle] ?? 0) < wanted) low = middle + 1;
      else high = middle;
    }
    return this.values[low] === wanted;
  }
}
