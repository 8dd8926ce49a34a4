import { PagefindFeed } from './feed-pagefind.ts';
import { searchEntryOf } from './search-source-of.ts';
import type { SiteModel } from './site-model.ts';

/**
 * Starts Pagefind and feeds it with all entries of a site while the caller goes on. The feed is resolved when the last
 * entry was handed over; `write` it then.
 */
export async function feedWords(model: SiteModel): Promise<PagefindFeed> {
  const feed = await PagefindFeed.open(model.info.lang);
  for (let number = 0; number < model.corpus.entries.length; number += 1) {
    const entry = searchEntryOf(model, number);
    if (entry !== undefined) await feed.add(entry);
  }
  return feed;
}
