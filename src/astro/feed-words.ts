import { PagefindFeed } from './feed-pagefind.ts';
import { searchEntryOf } from './search-source-of.ts';
import type { SiteModel } from './site-model.ts';

/** A word index on its way. */
export interface WordsInProgress {
  /** Waits for the last entry, then writes the index below `outDir`. Throws when Pagefind failed at any point. */
  write(outDir: string): Promise<void>;
}

/** Starts Pagefind and feeds it with all entries of a site in the order of their ids, while the caller goes on. */
export function feedWords(model: SiteModel): WordsInProgress {
  const feeding = feedAll(model);
  // A failure is told by `write`; until then nobody listens.
  feeding.catch(() => undefined);
  return { write: async (outDir) => (await feeding).write(outDir) };
}

async function feedAll(model: SiteModel): Promise<PagefindFeed> {
  const feed = await PagefindFeed.open(model.info.lang);
  for (let number = 0; number < model.corpus.entries.length; number += 1) {
    const entry = searchEntryOf(model, number);
    if (entry !== undefined) await feed.add(entry);
  }
  return feed;
}
