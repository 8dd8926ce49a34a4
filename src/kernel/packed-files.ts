/**
 * The files of all trees, found by path, by folder and by base name without making a string of each: an inventory has
 * close to a hundred thousand, notes name a few hundred.
 */
import { hashFromEnd, PackedTexts } from './packed-bytes.ts';

const BASE_SLOTS = 2 ** 16;

export class PackedFiles {
  private readonly texts: PackedTexts;
  private readonly allReleases: number;
  /** By path or folder that was asked for: the releases that have it, or a file in it, as bits. */
  private readonly masks = new Map<string, number>();
  /** First file of a slot of base names, and the next one of the same slot; counted from 1, 0 ends. */
  private slots: Int32Array | undefined;
  private following = new Int32Array(0);

  /** `bytes`: what `packTexts` made of paths in order of code units, each with its releases as bits; `allReleases`: all bits. */
  constructor(bytes: Uint8Array, allReleases: number) {
    this.texts = new PackedTexts(bytes);
    this.allReleases = allReleases;
  }

  get count(): number {
    return this.texts.count;
  }

  /** Empty where there is no file of that number. */
  path(index: number): string {
    return this.texts.text(index);
  }

  /** Releases that have the file, as bits. */
  mask(index: number): number {
    return this.texts.mark(index);
  }

  /** Releases that have the path, as bits: a file, or with `/` at its end a folder; 0 where none has it. */
  maskOf(path: string): number {
    let mask = this.masks.get(path);
    if (mask === undefined) {
      mask = path.endsWith('/') ? this.maskOfFolder(path) : this.maskOfFile(path);
      this.masks.set(path, mask);
    }
    return mask;
  }

  /** Numbers of the files whose last path component is `baseName`, ascending. */
  named(baseName: string): readonly number[] {
    this.slots ??= this.fillSlots();
    const found: number[] = [];
    for (let one = this.slots[hashFromEnd(baseName) % BASE_SLOTS] ?? 0; one !== 0; one = this.following[one] ?? 0)
      if (this.texts.endsInPart(one - 1, baseName)) found.push(one - 1);
    return found;
  }

  private maskOfFile(path: string): number {
    const index = this.texts.firstFrom(path);
    return this.texts.isText(index, path) ? this.mask(index) : 0;
  }

  private maskOfFolder(folder: string): number {
    let mask = 0;
    for (let index = this.texts.firstFrom(folder); mask !== this.allReleases; index++) {
      if (!this.texts.startsWith(index, folder)) break;
      mask |= this.mask(index);
    }
    return mask;
  }

  private fillSlots(): Int32Array {
    const slots = new Int32Array(BASE_SLOTS);
    this.following = new Int32Array(this.count + 1);
    for (let index = this.count - 1; index >= 0; index--) {
      const slot = this.texts.hashOfLastPart(index) % BASE_SLOTS;
      this.following[index + 1] = slots[slot] ?? 0;
      slots[slot] = index + 1;
    }
    return slots;
  }
}
