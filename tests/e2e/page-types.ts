/** One page of each type of a built site, by its path below the base. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Listed {
  readonly id: string;
  readonly kind: string;
  readonly url?: string;
  readonly mentionCount?: number;
}

/** Paths by type; a type of which the site has no page is left out. `base` is taken off the addresses of the data files. */
export function listPageTypes(folder: string, base: string): ReadonlyMap<string, string> {
  const entries = readList(folder, 'entries');
  const entities = readList(folder, 'entities').filter(({ url }) => url !== undefined && !url.includes('#'));
  const pages = new Map<string, string>([
    ['home', ''],
    ['search', 'search/'],
    ['status', 'status/'],
    ['names', 'names/'],
    ['404', 'no-such-page/'],
  ]);
  for (const kind of ['chapter', 'topic', 'error', 'sample', 'question']) {
    const longest = entries
      .filter((entry) => entry.kind === kind)
      .sort(byPageSize(folder, base))
      .at(-1);
    if (longest?.url === undefined) continue;
    pages.set(kind, below(longest.url, base));
    pages.set(`list of ${kind}s`, `${below(longest.url, base).split('/')[0]}/`);
  }
  const busiest = entities.sort((a, b) => (a.mentionCount ?? 0) - (b.mentionCount ?? 0)).at(-1);
  if (busiest?.url !== undefined) pages.set('name', below(busiest.url, base));
  for (const path of ['names/a/', 'freshness/', 'map/', 'glossary/', 'book/', 'lab/', 'links/', 'explain/'])
    if (existsSync(join(folder, path, 'index.html'))) pages.set(path, path);
  return pages;
}

function readList(folder: string, name: string): Listed[] {
  const file = JSON.parse(readFileSync(join(folder, 'data', `${name}.json`), 'utf8')) as Record<string, Listed[]>;
  return file[name] ?? [];
}

function below(url: string, base: string): string {
  return url.slice(base.length).replace(/#.*$/, '');
}

function byPageSize(folder: string, base: string): (a: Listed, b: Listed) => number {
  const sizeOf = ({ url }: Listed) => {
    const file = join(folder, decodeURIComponent(below(url ?? '', base)), 'index.html');
    return existsSync(file) ? readFileSync(file).length : 0;
  };
  return (a, b) => sizeOf(a) - sizeOf(b);
}
