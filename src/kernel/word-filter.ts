/**
 * A set of word fingerprints: hashes cut to few bits, sorted, their distances stored with the code of Rice.
 * It errs only towards saying yes: once in `2^spareBits` for a word that is not in it.
 */

/**
 * Fingerprints are cut by their first bits into buckets, and a list says at which bit each bucket starts. In front of it stand the count, the
 * length in bits, and a byte of which five bits are those of the code and three say how many bits more than the fewest cut the buckets.
 */
const FEWEST_BUCKET_BITS = 8;
const MOST_BUCKET_BITS = FEWEST_BUCKET_BITS + 7;
const FIXED_BYTES = 9;
const RICE_MASK = 0x1f;
/** A question decodes a bucket; of so few bits that it is quick, of so many that the list is short. */
const BITS_IN_BUCKET = 8;

/** Hash of a word of ASCII letters: FNV-1a, mixed so that its high bits are as good as its low ones. */
export function hashWord(word: string): number {
  let hash = HASH_START;
  for (let at = 0; at < word.length; at++) hash = stepHash(hash, word.charCodeAt(at));
  return mixHash(hash);
}

/** Hash of nothing, before `mixHash`. */
const HASH_START = 0x811c9dc5;

/** The hash with one more letter, before `mixHash`. */
function stepHash(hash: number, code: number): number {
  return Math.imul(hash ^ (code & 0xff), 0x01000193);
}

/** The same hash of the bytes from `from` up to `to`. */
export function hashBytes(bytes: Uint8Array, from: number, to: number): number {
  let hash = 0x811c9dc5;
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193);
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

/** Number of bits of a fingerprint such that at most one in eight strange words is taken for a known one. */
export function fingerprintBits(wordCount: number): number {
  return Math.min(32, Math.max(8, Math.ceil(Math.log2(Math.max(1, wordCount))) + 3));
}

/** Packs hashes (any order, of 32 bits) into fingerprints of `bits` bits. */
export function packWordFilter(hashes: Uint32Array, bits: number): Uint8Array {
  const values = hashes.map((hash) => hash >>> (32 - bits)).sort();
  const countBits = Math.ceil(Math.log2(values.length + 1));
  const riceBits = Math.min(RICE_MASK, Math.max(0, bits - countBits));
  const bucketBits = Math.min(bits, MOST_BUCKET_BITS, Math.max(FEWEST_BUCKET_BITS, countBits - BITS_IN_BUCKET));
  const starts = new Uint32Array(2 ** bucketBits);
  const out = new BitWriter();
  const width = 2 ** (bits - bucketBits);
  let bucket = 0;
  let previous = -1;
  let count = 0;
  for (const value of values) {
    if (value === previous && count > 0) continue;
    while (value >= (bucket + 1) * width) {
      starts[++bucket] = out.length;
      previous = bucket * width - 1;
    }
    const distance = value - previous - 1;
    for (let step = Math.floor(distance / 2 ** riceBits); step > 0; step--) out.put(1);
    out.put(0);
    for (let bit = 0; bit < riceBits; bit++) out.put(Math.floor(distance / 2 ** bit) % 2);
    previous = value;
    count++;
  }
  while (++bucket < starts.length) starts[bucket] = out.length;
  const bytes = out.finish();
  const headerBytes = FIXED_BYTES + starts.length * 4;
  const packed = new Uint8Array(headerBytes + bytes.length);
  const view = new DataView(packed.buffer);
  view.setUint32(0, count, true);
  view.setUint32(4, out.length, true);
  packed[8] = riceBits | ((bucketBits - FEWEST_BUCKET_BITS) << 5);
  starts.forEach((start, index) => {
    view.setUint32(FIXED_BYTES + index * 4, start, true);
  });
  packed.set(bytes, headerBytes);
  return packed;
}

/** An opened set. A question reads one bucket of it, the first time. */
export class WordFilter {
  private readonly view: DataView;
  private readonly bits: number;
  private readonly riceBits: number;
  private readonly bucketCount: number;
  /** Fingerprints of a bucket lie this far apart at most. */
  private readonly width: number;
  private readonly buckets: (Uint32Array | undefined)[] = [];

  constructor(packed: Uint8Array, bits: number) {
    this.view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
    this.bits = bits;
    const cut = packed[8] ?? 0;
    this.riceBits = cut & RICE_MASK;
    const bucketBits = FEWEST_BUCKET_BITS + (cut >> 5);
    this.bucketCount = 2 ** bucketBits;
    this.width = 2 ** (bits - bucketBits);
  }

  has(hash: number): boolean {
    const wanted = hash >>> (32 - this.bits);
    const values = this.bucket(Math.floor(wanted / this.width));
    let low = 0;
    let high = values.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((values[middle] ?? 0) < wanted) low = middle + 1;
      else high = middle;
    }
    return values[low] === wanted;
  }

  /** Fingerprints, ascending; whole hashes where the set was packed with 32 bits. */
  fingerprints(): Uint32Array {
    const out = new Uint32Array(this.view.getUint32(0, true));
    let at = 0;
    for (let index = 0; index < this.bucketCount; index++) for (const value of this.bucket(index)) out[at++] = value;
    return out;
  }

  /** Fingerprints of one bucket, ascending. Read once. */
  private bucket(index: number): Uint32Array {
    let values = this.buckets[index];
    if (values === undefined) {
      values = this.readBucket(index);
      this.buckets[index] = values;
    }
    return values;
  }

  private readBucket(index: number): Uint32Array {
    const { riceBits, view } = this;
    const first = (FIXED_BYTES + this.bucketCount * 4) * 8;
    let at = first + view.getUint32(FIXED_BYTES + index * 4, true);
    const isLast = index + 1 === this.bucketCount;
    const end = first + view.getUint32(isLast ? 4 : FIXED_BYTES + (index + 1) * 4, true);
    // Every value takes its low bits and at least one more.
    const values = new Uint32Array(Math.ceil((end - at) / (riceBits + 1)));
    let count = 0;
    let previous = index * this.width - 1;
    const step = 2 ** riceBits;
    const lowBits = Math.min(riceBits, WINDOW_BITS);
    const lowMask = 2 ** lowBits - 1;
    const highMask = 2 ** (riceBits - lowBits) - 1;
    while (at < end) {
      let ones = 0;
      let window = bitsAt(view, at);
      let run = trailingOnes(window);
      while (run === WINDOW_BITS) {
        at += run;
        ones += run;
        window = bitsAt(view, at);
        run = trailingOnes(window);
      }
      at += run + 1;
      if (run + 1 + lowBits <= WINDOW_BITS) window >>>= run + 1;
      else window = bitsAt(view, at);
      let rest = window & lowMask;
      if (highMask > 0) rest += (bitsAt(view, at + WINDOW_BITS) & highMask) * 2 ** WINDOW_BITS;
      at += riceBits;
      previous += (ones + run) * step + rest + 1;
      values[count++] = previous;
    }
    return values.subarray(0, count);
  }
}

/** Ones at the low end of a window, at most `WINDOW_BITS`. */
function trailingOnes(window: number): number {
  const zeros = ~window;
  return Math.min(WINDOW_BITS, 31 - Math.clz32(zeros & -zeros));
}

/** Bits that a read from any offset holds for sure. */
const WINDOW_BITS = 24;

/** At least `WINDOW_BITS` bits from an offset on, the first one lowest. */
function bitsAt(view: DataView, at: number): number {
  const byte = at >>> 3;
  if (byte + 4 <= view.byteLength) return view.getUint32(byte, true) >>> (at & 7);
  let four = 0;
  for (let index = view.byteLength - 1; index >= byte; index--) four = (four << 8) | view.getUint8(index);
  return four >>> (at & 7);
}

class BitWriter {
  private readonly out: number[] = [];
  private held = 0;
  private heldBits = 0;

  get length(): number {
    return this.out.length * 8 + this.heldBits;
  }

  put(bit: number): void {
    this.held |= bit << this.heldBits;
    if (++this.heldBits === 8) {
      this.out.push(this.held);
      this.held = 0;
      this.heldBits = 0;
    }
  }

  finish(): Uint8Array {
    if (this.heldBits > 0) this.out.push(this.held);
    return Uint8Array.from(this.out);
  }
}
