/**
 * The inventories that a command can read: a full local index of any release that somebody indexed, and for those that
 * the site is checked against what a clone carries. A local index goes before the shipped one.
 */
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createInventory, type Inventory } from '../../src/kernel/inventory.ts';
import { openPackedInventory } from '../../src/kernel/read-inventory.ts';
import { RELEASES } from '../../src/model/entity.ts';
import { kernelCacheDir } from './packages.ts';

export const SHIPPED_DIR = join(
  dirname(dirname(dirname(fileURLToPath(import.meta.url)))),
  'src',
  'content',
  'kernel',
  'inventory',
);
/** A label names a folder of the cache. */
const RE_LABEL = /^[A-Za-z0-9][\w.+-]{0,63}$/;

export interface OpenedInventory {
  readonly inventory: Inventory;
  /** What it is and what it was read from, for the reader of the answer. */
  readonly label: string;
}

/** The label of a release, such as `6.6`, `6.13-rc2` or `mainline`. Throws for what cannot name a folder. */
export function asReleaseLabel(text: string): string {
  if (!RE_LABEL.test(text))
    throw new RangeError(
      `Unexpected release "${text}", expected a label of letters, digits and ".", "-", "_", "+", such as 6.6, 6.13-rc2 or mainline`,
    );
  return text;
}

/** Where the full local index of a release lies or would lie. */
export function localIndexDir(release: string): string {
  return join(kernelCacheDir(), release, 'inventory');
}

/** Every release that can be read, oldest first: the shipped ones and those that have a local index. */
export function knownReleases(): readonly string[] {
  const cache = kernelCacheDir();
  const local = existsSync(cache) ? readdirSync(cache).filter(hasLocalIndex) : [];
  return [...new Set([...RELEASES, ...local])].sort(compareReleases);
}

/** The local index of the release, else the shipped inventory. Throws where neither has it, naming those that can be read. */
export function openRelease(release: string): OpenedInventory {
  const isShipped = RELEASES.some((one) => one === release);
  if (!hasLocalIndex(release) && !isShipped)
    throw new RangeError(
      `No inventory of "${release}"; there is one of ${knownReleases().join(', ')}. "npm run kernel -- index --tree DIR --release ${asReleaseLabel(release)}" makes one`,
    );
  const inventory = createInventory(openPackedInventory(hasLocalIndex(release) ? localIndexDir(release) : SHIPPED_DIR));
  const versions = inventory.releases.map((one) => `${one} (${inventory.packageVersions[one]})`).join(', ');
  const what = inventory.coverage === 'full' ? 'full local index' : 'shipped inventory';
  return { inventory, label: `${what} of ${versions}` };
}

/** The inventory of one release, or with `undefined` those of all; the shipped one stands once for all that it has. */
export function openReleases(release: string | undefined): readonly OpenedInventory[] {
  if (release !== undefined) return [openRelease(release)];
  const opened = new Map<string, OpenedInventory>();
  let shipped: OpenedInventory | undefined;
  for (const one of knownReleases()) {
    const isLocal = hasLocalIndex(one);
    const found: OpenedInventory = isLocal ? openRelease(one) : (shipped ?? openRelease(one));
    if (!isLocal) shipped = found;
    opened.set(found.label, found);
  }
  return [...opened.values()];
}

/** By the numbers in them, a candidate for a release before the release, words after all numbers. */
export function compareReleases(a: string, b: string): number {
  const [left, right] = [numbersOf(a), numbersOf(b)];
  for (let index = 0; index < Math.max(left.length, right.length); index++) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return a < b ? -1 : a > b ? 1 : 0;
}

/** `6.13-rc2` as 6, 13, 0, -1, 2; what begins with no number counts as newer than all. */
function numbersOf(release: string): readonly number[] {
  const [, version, candidate] = /^v?(\d+(?:\.\d+)*)(?:-?rc(\d+))?/.exec(release) ?? [];
  if (version === undefined) return [Number.MAX_SAFE_INTEGER];
  const parts = version.split('.').map(Number);
  const whole = [...parts, 0, 0, 0].slice(0, Math.max(3, parts.length));
  return candidate === undefined ? whole : [...whole, -1, Number(candidate)];
}

function hasLocalIndex(release: string): boolean {
  return RE_LABEL.test(release) && existsSync(join(localIndexDir(release), 'about.json'));
}
