import type { Loader } from 'astro/loaders';
import type { EntryKind } from '../model/entry.ts';
import { currentSite } from './current-site.ts';

/**
 * Fills the collection of one kind from the site of this run, in one burst: the store is written out after each pause between two entries,
 * so nothing may be awaited in between but the check of the schema. Bodies stay with the site, which writes them when a page is printed.
 */
export function loadEntries(kind: EntryKind): Loader {
  return {
    name: `kernel-notes-${kind}`,
    load: async ({ store, parseData }) => {
      const site = currentSite();
      const entries = await Promise.all(
        site.entryIds(kind).map(async (id) => {
          const { entry, url } = site.recordOf(id);
          const { title, source, summary, tags, number, state, error } = entry;
          const data = await parseData({
            id,
            data: {
              id,
              title,
              url,
              source,
              summary,
              tags: [...tags],
              number,
              state,
              severity: error?.severity,
              component: error?.component,
            },
          });
          return { id, data };
        }),
      );
      store.clear();
      for (const { id, data } of entries) store.set({ id, data });
    },
  };
}
