import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { openInventory } from '../kernel/read-inventory.ts';
import { statusOf } from '../kernel/status.ts';
import { outsideNamesSchema, successionsSchema } from '../kernel/successions.ts';
import { type KernelFacts, NO_KERNEL_FACTS } from './kernel-facts.ts';

/** The inventory of a folder with what an editor keeps beside it; `NO_KERNEL_FACTS` when the folder has none. */
export function openKernelFacts(dir: string): KernelFacts {
  if (!existsSync(resolve(dir, 'inventory', 'about.json'))) return NO_KERNEL_FACTS;
  const inventory = openInventory(resolve(dir, 'inventory'));
  const readJson = (file: string): unknown => JSON.parse(readFileSync(resolve(dir, file), 'utf8'));
  const knowledge = {
    successions: successionsSchema.parse(readJson('successions.json')),
    outside: outsideNamesSchema.parse(readJson('outside.json')),
  };
  return {
    packages: inventory.packageVersions,
    kindsOf: (name) => inventory.kindsOf(name),
    factsOf: (name, kind, place) => statusOf({ name, kind, ...place }, inventory, knowledge),
  };
}
