/**
 * Millions of short texts, each kept once, outside the heap that the collector walks: their bytes stand one behind the
 * other in one array, an open hash table finds them again. A text has a number, counted from 0 in order of addition.
 * Strings are copied in, so that a name cut out of a file does not keep the whole file alive.
 */
const START_BYTES = 1 << 20;
const START_TEXTS = 1 << 16;

export class InternedTexts {
  private bytes = Buffer.allocUnsafeSlow(START_BYTES);
  private starts = new Uint32Array(START_TEXTS);
  private count = 0;
  /** Number of a text plus one, 0 for a free slot; at most half are taken. */
  private slots = new Uint32Array(START_TEXTS * 2);

  get size(): number {
    return this.count;
  }

  /** Number of the text, added unless it is there. Characters are taken as bytes. */
  add(text: string): number {
    const { hash, end } = this.append(text);
    const slot = this.slotOf(hash, end);
    const held = this.slots[slot] ?? 0;
    if (held !== 0) return held - 1;
    const number = this.count++;
    this.slots[slot] = this.count;
    if (this.count + 1 >= this.starts.length) this.starts = grown(this.starts);
    this.starts[this.count] = end;
    if (this.count * 2 >= this.slots.length) this.rehash();
    return number;
  }

  has(text: string): boolean {
    const { hash, end } = this.append(text);
    return this.slots[this.slotOf(hash, end)] !== 0;
  }

  text(number: number): string {
    return this.bytes.toString('latin1', this.starts[number] ?? 0, this.starts[number + 1] ?? 0);
  }

  /** Hash of a text by the function given, over its bytes. */
  hashWith(number: number, hash: (bytes: Uint8Array, from: number, to: number) => number): number {
    return hash(this.bytes, this.starts[number] ?? 0, this.starts[number + 1] ?? 0);
  }

  /** Numbers of all texts in order of code units. */
  sorted(): Uint32Array {
    const { bytes, starts } = this;
    const order = new Uint32Array(this.count);
    for (let number = 0; number < order.length; number++) order[number] = number;
    return order.sort((a, b) => {
      let x = starts[a] ?? 0;
      let y = starts[b] ?? 0;
      const xEnd = starts[a + 1] ?? 0;
      const yEnd = starts[b + 1] ?? 0;
      while (x < xEnd && y < yEnd) {
        const difference = (bytes[x++] ?? 0) - (bytes[y++] ?? 0);
        if (difference !== 0) return difference;
      }
      return xEnd - x - (yEnd - y);
    });
  }

  /** Puts the text behind the last one without making it one of them, and returns its hash and end. */
  private append(text: string): { readonly hash: number; readonly end: number } {
    const from = this.starts[this.count] ?? 0;
    const end = from + text.length;
    if (end > this.bytes.length) {
      const next = Buffer.allocUnsafeSlow(Math.max(this.bytes.length * 2, end));
      this.bytes.copy(next, 0, 0, from);
      this.bytes = next;
    }
    this.bytes.write(text, from, 'latin1');
    return { hash: this.hashOf(from, end), end };
  }

  /** Slot that holds the text that ends the bytes, or the free one where it belongs. */
  private slotOf(hash: number, end: number): number {
    const from = this.starts[this.count] ?? 0;
    const mask = this.slots.length - 1;
    let slot = hash & mask;
    for (let held = this.slots[slot] ?? 0; held !== 0; held = this.slots[slot] ?? 0) {
      const start = this.starts[held - 1] ?? 0;
      if ((this.starts[held] ?? 0) - start === end - from && this.isSame(start, from, end)) break;
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private isSame(start: number, from: number, end: number): boolean {
    const { bytes } = this;
    for (let at = from, other = start; at < end; at++, other++) if (bytes[at] !== bytes[other]) return false;
    return true;
  }

  private hashOf(from: number, end: number): number {
    const { bytes } = this;
    let hash = 0x811c9dc5;
    for (let at = from; at < end; at++) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193);
    return (hash ^ (hash >>> 15)) >>> 0;
  }

  private rehash(): void {
    this.slots = new Uint32Array(this.slots.length * 2);
    const mask = this.slots.length - 1;
    for (let number = 0; number < this.count; number++) {
      let slot = this.hashOf(this.starts[number] ?? 0, this.starts[number + 1] ?? 0) & mask;
      while (this.slots[slot] !== 0) slot = (slot + 1) & mask;
      this.slots[slot] = number + 1;
    }
  }
}

function grown(column: Uint32Array): Uint32Array<ArrayBuffer> {
  const next = new Uint32Array(column.length * 2);
  next.set(column);
  return next;
}
