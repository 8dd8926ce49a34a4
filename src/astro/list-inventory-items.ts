import type { EntityKind } from '../model/entity.ts';
import type { InventoryItem } from './objects-inv.ts';
import type { SiteModel } from './site-model.ts';

/** Roles of Sphinx's domain for C; what it has no role for is a label. */
const ROLES: Readonly<Partial<Record<EntityKind, string>>> = {
  function: 'function',
  syscall: 'function',
  macro: 'macro',
  annotation: 'macro',
  errno: 'macro',
  struct: 'struct',
  union: 'union',
  enum: 'enum',
  type: 'type',
  variable: 'var',
  field: 'member',
};

/** What other documentation may link to: every name that has a page, and every entry as a document under its id. Addresses lie below the base. */
export function listInventoryItems(model: SiteModel): readonly InventoryItem[] {
  const { base } = model.info;
  const below = (url: string) => url.slice(base.length);
  const names = model.corpus.entities.flatMap(({ id, name, kind, hasPage }, number): readonly InventoryItem[] => {
    if (!hasPage) return [];
    const role = ROLES[kind];
    const uri = below(model.entityUrl(number));
    return role === undefined
      ? [{ name: id, domain: 'std', role: 'label', uri, displayName: name }]
      : [{ name, domain: 'c', role, uri }];
  });
  const entries = model.corpus.entries.map(({ entry }, number): InventoryItem => {
    return { name: entry.id, domain: 'std', role: 'doc', uri: below(model.entryUrl(number)), displayName: entry.title };
  });
  return [...names, ...entries];
}
