import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type KernelPackages, locatePackages } from '../../scripts/kernel/packages.ts';
import type { Inventory } from '../../src/kernel/inventory.ts';
import { openInventory, openKnowledge } from '../../src/kernel/read-inventory.ts';
import type { KernelKnowledge } from '../../src/kernel/status.ts';
import { RELEASES, type Release } from '../../src/model/entity.ts';

const CONTENT_DIR = fileURLToPath(new URL('../../src/content/kernel/', import.meta.url));

/** A release whose source and headers are unpacked. */
export interface KernelTree {
  readonly release: Release;
  readonly sourceDir: string;
  readonly packages: KernelPackages;
  /** Names that Module.symvers lists, in its order, with licence and namespace. */
  readonly exports: readonly {
    readonly name: string;
    readonly isGpl: boolean;
    readonly namespace: string;
    readonly module: string;
  }[];
}

/** Why a test cannot run here, or `false`: the value that `node:test` takes as `skip`. */
export function missingPackages(releases: readonly Release[] = RELEASES): string | false {
  const missing = releases.filter((release) => findTree(release) === undefined);
  return missing.length === 0
    ? false
    : `source and headers of ${missing.join(' and ')} are not unpacked; run "npm run kernel -- fetch ${missing.join(' ')}"`;
}

/** The tree of a release; throws where `missingPackages` says that it is missing. */
export function kernelTree(release: Release): KernelTree {
  const tree = findTree(release);
  if (tree === undefined) throw new Error(`No tree of ${release}`);
  return tree;
}

/** What a clone carries. */
export function shippedInventory(): Inventory {
  return openInventory(`${CONTENT_DIR}inventory`);
}

export function shippedKnowledge(): KernelKnowledge {
  return openKnowledge(CONTENT_DIR);
}

/** `count` different items by a fixed seed, so that every run draws the same. */
export function drawSample<Item>(items: readonly Item[], count: number, seed: number): readonly Item[] {
  const pool = [...items];
  let state = seed >>> 0;
  const out: Item[] = [];
  while (out.length < count && pool.length > 0) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    out.push(...pool.splice(Math.floor((state / 2 ** 32) * pool.length), 1));
  }
  return out;
}

const trees = new Map<Release, KernelTree | undefined>();

function findTree(release: Release): KernelTree | undefined {
  if (!trees.has(release)) trees.set(release, loadTree(release));
  return trees.get(release);
}

function loadTree(release: Release): KernelTree | undefined {
  const packages = locatePackages(release);
  if (packages?.sourceDir === undefined || packages.symversFile === undefined || !existsSync(packages.symversFile))
    return undefined;
  const exports = readFileSync(packages.symversFile, 'latin1')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [, name = '', module = '', type = '', namespace = ''] = line.split('\t');
      return { name, isGpl: type.endsWith('GPL'), namespace, module };
    });
  return { release, sourceDir: packages.sourceDir, packages, exports };
}
