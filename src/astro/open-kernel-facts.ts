import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { describeName } from '../kernel/describe-name.ts';
import { kindsKnown } from '../kernel/kinds-known.ts';
import { openInventory, openKnowledge } from '../kernel/read-inventory.ts';
import { statusOf } from '../kernel/status.ts';
import { type KernelFacts, NO_KERNEL_FACTS } from './kernel-facts.ts';

/** The inventory of a folder with what an editor keeps beside it; `NO_KERNEL_FACTS` when the folder has none. */
export function openKernelFacts(dir: string): KernelFacts {
  if (!existsSync(resolve(dir, 'inventory', 'about.json'))) return NO_KERNEL_FACTS;
  const inventory = openInventory(resolve(dir, 'inventory'));
  const knowledge = openKnowledge(dir);
  const formerNames = new Map<string, string[]>();
  for (const { from, replacedBy } of knowledge.successions) {
    for (const name of replacedBy) formerNames.set(name, [...(formerNames.get(name) ?? []), from]);
  }
  return {
    packages: inventory.packageVersions,
    describe: (name, kind) => describeName(name, kind, inventory),
    kindsOf: kindsKnown(inventory, knowledge),
    formerNamesOf: (name) => [...new Set(formerNames.get(name))].sort(),
    factsOf: (name, kind, place) => statusOf({ name, kind, ...place }, inventory, knowledge),
  };
}
