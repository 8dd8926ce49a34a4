/** What the browser must load from the index of a built site for each of many queries, each asked as if it were the first. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { SearchSession } from '../../src/search/search-session.ts';

/** Compressed bytes. */
export interface Needs {
  /** Greatest sum of the shards of one query. */
  readonly maxShards: number;
  /** The query of `maxShards`. */
  readonly dearest: string;
  /** All names, for what has no answer. */
  readonly nearby: number;
  readonly errors: number;
  /** Shards of one of the queries; 0 for others. */
  shardsOf(query: string): number;
  /** Files of names that one of the queries loads. */
  requestsOf(query: string): number;
}

/** Asks the index of the site in `folder`. */
export async function measureNeeds(folder: string, queries: readonly string[]): Promise<Needs> {
  const texts = new Map<string, { readonly text: string; readonly size: number }>();
  const read = (path: string) => {
    const known = texts.get(path);
    if (known !== undefined) return known;
    const bytes = readFileSync(join(folder, 'search', path));
    const loaded = { text: bytes.toString('utf8'), size: gzipSync(bytes).length };
    texts.set(path, loaded);
    return loaded;
  };
  const shards = new Map<string, number>();
  const requests = new Map<string, number>();
  for (const query of queries) {
    let size = 0;
    let count = 0;
    const session = new SearchSession(async (path) => {
      const loaded = read(path);
      if (path.startsWith('n/')) {
        size += loaded.size;
        count += 1;
      }
      return loaded.text;
    });
    await session.ask(query);
    shards.set(query, size);
    requests.set(query, count);
  }
  const [dearest = '', maxShards = 0] = [...shards].sort((a, b) => b[1] - a[1])[0] ?? [];
  const { nearby, errors } = await new SearchSession(async (path) => read(path).text).manifest();
  return {
    maxShards,
    dearest,
    nearby: nearby.reduce((sum, path) => sum + read(path).size, 0),
    errors: read(errors).size,
    shardsOf: (query) => shards.get(query) ?? 0,
    requestsOf: (query) => requests.get(query) ?? 0,
  };
}
