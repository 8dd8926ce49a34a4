/**
 * Drafts on disk, so that an unchanged note is not compiled again. Two files: `drafts.pack`, the serialised drafts one after the other, and
 * `drafts.index`, where each of them lies by key. A build appends what is new; when more than half of the pack is unused it is written anew.
 * Of builds that run at the same time the first one writes; the others only read.
 */
import {
  closeSync,
  constants,
  fstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { resolve } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { Draft } from '../compiler/draft.ts';

type Place = readonly [offset: number, length: number];

export class DraftCache {
  readonly #dir: string;
  readonly #version: string;
  readonly #places: Map<string, Place>;
  readonly #used = new Map<string, Place>();
  readonly #isWriter: boolean;
  #pack: number;
  #end: number;
  #hasChanged = false;

  /** Opens the cache of a folder, which is made if need be. A cache of another version or a damaged one is thrown away. */
  constructor(dir: string, version: string) {
    this.#dir = dir;
    this.#version = version;
    mkdirSync(dir, { recursive: true });
    this.#isWriter = hasTaken(this.#lock);
    this.#places = this.#readIndex() ?? new Map();
    const pack = resolve(dir, 'drafts.pack');
    if (this.#places.size === 0 && this.#isWriter) rmSync(pack, { force: true });
    // Made if need be, but never emptied: another build may just have begun to write it.
    this.#pack = openSync(pack, constants.O_RDWR | constants.O_CREAT);
    this.#end = fstatSync(this.#pack).size;
  }

  get #lock(): string {
    return resolve(this.#dir, 'drafts.lock');
  }

  /** The draft that was kept under `key`, or `undefined`. */
  get(key: string): Draft | undefined {
    const place = this.#places.get(key);
    if (place === undefined) return undefined;
    const bytes = Buffer.allocUnsafe(place[1]);
    if (readSync(this.#pack, bytes, 0, place[1], place[0]) !== place[1]) return undefined;
    this.#used.set(key, place);
    return deserialize(bytes) as Draft;
  }

  set(key: string, draft: Draft): void {
    if (!this.#isWriter) return;
    const bytes = serialize(draft);
    writeSync(this.#pack, bytes, 0, bytes.length, this.#end);
    this.#used.set(key, [this.#end, bytes.length]);
    this.#end += bytes.length;
    this.#hasChanged = true;
  }

  /** Writes the index and forgets what no note of this run used. */
  close(): void {
    if (this.#isWriter) {
      this.#save();
      rmSync(this.#lock, { force: true });
    } else closeSync(this.#pack);
  }

  #save(): void {
    const used = [...this.#used.values()].reduce((sum, [, length]) => sum + length, 0);
    if (this.#end > 2 * used) this.#compact();
    closeSync(this.#pack);
    if (this.#hasChanged || this.#used.size !== this.#places.size) {
      writeFileSync(
        resolve(this.#dir, 'drafts.index.new'),
        serialize({ version: this.#version, end: this.#end, places: this.#used }),
      );
      renameSync(resolve(this.#dir, 'drafts.index.new'), resolve(this.#dir, 'drafts.index'));
    }
  }

  #compact(): void {
    const path = resolve(this.#dir, 'drafts.pack');
    const fresh = openSync(`${path}.new`, 'w+');
    let end = 0;
    for (const [key, [offset, length]] of this.#used) {
      const bytes = Buffer.allocUnsafe(length);
      readSync(this.#pack, bytes, 0, length, offset);
      writeSync(fresh, bytes, 0, length, end);
      this.#used.set(key, [end, length]);
      end += length;
    }
    closeSync(this.#pack);
    renameSync(`${path}.new`, path);
    this.#pack = fresh;
    this.#end = end;
    this.#hasChanged = true;
  }

  #readIndex(): Map<string, Place> | undefined {
    try {
      const index: unknown = deserialize(readFileSync(resolve(this.#dir, 'drafts.index')));
      if (
        typeof index !== 'object' ||
        index === null ||
        !('version' in index) ||
        !('places' in index) ||
        !('end' in index)
      )
        return undefined;
      const size = readFileSize(resolve(this.#dir, 'drafts.pack'));
      if (
        index.version !== this.#version ||
        !(index.places instanceof Map) ||
        typeof index.end !== 'number' ||
        size < index.end
      )
        return undefined;
      return index.places as Map<string, Place>;
    } catch {
      return undefined; // No index, or a damaged one: everything is compiled again.
    }
  }
}

/** After this a lock counts as left behind: in containers another process may have the number of the one that took it. */
const LOCK_MS = 60 * 60 * 1000;

/** Takes the lock; `false` while a living process holds it. */
function hasTaken(lock: string): boolean {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    if (isHeld(lock)) return false;
    writeFileSync(lock, String(process.pid));
    return true;
  }
}

function isHeld(lock: string): boolean {
  try {
    const holder = Number(readFileSync(lock, 'utf8'));
    // One that is empty is being written this moment.
    const isOfOther = holder === 0 || (holder !== process.pid && isAlive(holder));
    return isOfOther && Date.now() - statSync(lock).mtimeMs < LOCK_MS;
  } catch {
    return false; // Given back in the meantime.
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

function readFileSize(path: string): number {
  const file = openSync(path, 'r');
  try {
    return fstatSync(file).size;
  } finally {
    closeSync(file);
  }
}
