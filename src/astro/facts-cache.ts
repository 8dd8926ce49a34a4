/**
 * What the inventory says of names, kept between builds: thousands of look-ups of the same names in the same trees cost more CPU than the
 * rest of the plan of pages. Known by the bytes of the inventory, of what an editor keeps beside it and of the code that asks.
 */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { PROJECT_DIR } from '../site.ts';
import { hashFiles, listFiles } from './hash-files.ts';
import type { KernelFacts, NameFacts } from './kernel-facts.ts';

export interface KeptFacts {
  readonly facts: KernelFacts;
  /** Writes what this run asked for, unless all of it was known. */
  save(): void;
}

/** `facts` with the answers of earlier runs from `cacheDir`; `kernelDir` holds the inventory. */
export function keepFacts(facts: KernelFacts, kernelDir: string, cacheDir: string): KeptFacts {
  const version = versionOf(kernelDir);
  const file = resolve(cacheDir, 'facts.bin');
  const known = readKnown(file, version);
  const used = new Map<string, NameFacts>();
  let hasNew = false;
  return {
    facts: {
      ...facts,
      factsOf: (name, kind, place) => {
        const key = `${kind} ${place.isInProse ? 1 : 0}${place.isDefinedInNotes ? 1 : 0}${place.isBare ? 1 : 0} ${name}`;
        let answer = used.get(key) ?? known.get(key);
        if (answer === undefined) {
          answer = facts.factsOf(name, kind, place);
          hasNew = true;
        }
        used.set(key, answer);
        return answer;
      },
    },
    save: () => {
      if (!hasNew) return;
      mkdirSync(cacheDir, { recursive: true });
      writeFileSync(`${file}.new`, serialize({ version, used }));
      renameSync(`${file}.new`, file);
    },
  };
}

function readKnown(file: string, version: string): ReadonlyMap<string, NameFacts> {
  try {
    const kept = deserialize(readFileSync(file)) as { version?: unknown; used?: unknown };
    return kept.version === version && kept.used instanceof Map ? (kept.used as Map<string, NameFacts>) : new Map();
  } catch {
    return new Map(); // The first build, or one that was cut short.
  }
}

/** The inventory with what an editor keeps beside it, and the code that asks it. */
function versionOf(kernelDir: string): string {
  return hashFiles(listFiles([kernelDir, resolve(PROJECT_DIR, 'src/kernel')]));
}
