import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

export interface PageWeights {
  readonly pages: number;
  /** Bytes of the page, its style sheets and its scripts, each compressed by itself with gzip. */
  readonly meanBytes: number;
  readonly mostBytes: number;
  /** Files, with the page itself. */
  readonly mostRequests: number;
}

const RE_LOADED = /<(?:link rel="stylesheet" href|script(?: type="module")? src)="\/([^"]+)"/g;

/** What a reader loads to see each of `pages`, paths below `site`, whose base is `/`; all 0 without pages. Nothing cached, no search. */
export function weighPages(site: string, pages: readonly string[]): PageWeights {
  const known = new Map<string, number>();
  const weigh = (path: string): number => {
    let size = known.get(path);
    if (size === undefined) {
      size = gzipSync(readFileSync(join(site, path)), { level: 9 }).length;
      known.set(path, size);
    }
    return size;
  };
  const weighed = pages.map((page) => {
    const loaded = [...readFileSync(join(site, page), 'utf8').matchAll(RE_LOADED)].map(([, path = '']) => path);
    return { bytes: [page, ...loaded].reduce((sum, path) => sum + weigh(path), 0), requests: loaded.length + 1 };
  });
  return {
    pages: pages.length,
    meanBytes: weighed.reduce((sum, { bytes }) => sum + bytes, 0) / Math.max(1, pages.length),
    mostBytes: Math.max(0, ...weighed.map(({ bytes }) => bytes)),
    mostRequests: Math.max(0, ...weighed.map(({ requests }) => requests)),
  };
}

/** Pages of the notes `files`, at most `most`: those of whole notes, as the data of the site names them. */
export function pagesOfNotes(site: string, files: readonly string[], most: number): readonly string[] {
  const { entries } = JSON.parse(readFileSync(join(site, 'data', 'entries.json'), 'utf8')) as {
    readonly entries: readonly {
      readonly url: string;
      readonly parent?: string;
      readonly source: { readonly file: string };
    }[];
  };
  const wanted = new Set(files);
  return entries
    .filter(({ parent, source }) => parent === undefined && wanted.has(source.file))
    .slice(0, most)
    .map(({ url }) => `${decodeURI(url.slice(1))}index.html`);
}
