import type { EntityKind } from '../model/entity.ts';
import type { Inventory } from './inventory.ts';
import type { KernelKnowledge } from './status.ts';

/**
 * Tells as what a name is known, best kind first: from the checked releases, else from what an editor found of names that they have lost;
 * `[]` where neither knows it.
 */
export function kindsKnown(
  inventory: Pick<Inventory, 'kindsOf'>,
  { successions }: Pick<KernelKnowledge, 'successions'>,
): (name: string) => readonly EntityKind[] {
  const lost = new Map(successions.map(({ from, kinds }) => [from, kinds]));
  return (name) => {
    const kinds = inventory.kindsOf(name);
    return kinds.length > 0 ? kinds : (lost.get(name) ?? kinds);
  };
}
