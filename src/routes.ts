/**
 * The only builder of URLs. Base paths are given once by `routesBelow`; everything else names a page.
 *
 * Names of entities stand in URLs as they are when they are lower-case C identifiers. Any other character is written as `~` and the two
 * hexadecimal digits of each of its UTF-8 bytes; a run of capitals is written in lower case after `-` and ended by `-` again unless the
 * name ends there. The rule is reversible and keeps `FOO` and `foo` apart where a file system folds case.
 */
import type { EntryKind } from './model/entry.ts';
import { COLLECTION_OF } from './model/entry.ts';

export interface Routes {
  readonly base: string;
  readonly home: string;
  readonly search: string;
  readonly status: string;
  readonly explain: string;
  readonly names: string;
  freshness(page?: number): string;
  readonly map: string;
  readonly lab: string;
  readonly links: string;
  readonly book: string;
  readonly glossary: string;
  collection(kind: EntryKind, page?: number): string;
  entry(id: string, anchor?: string): string;
  entity(id: string): string;
  namePage(letter: string, page?: number): string;
  asset(path: string): string;
}

/** `base` with one slash at either end. */
export function normaliseBase(base: string): string {
  const path = base.replace(/^\/+|\/+$/g, '');
  return path === '' ? '/' : `/${path}/`;
}

/** Reversible, case-safe form of an entity's id for one URL segment. */
export function escapeName(name: string): string {
  // Most names are plain.
  if (/^[a-z0-9_][a-z0-9_.]*$/.test(name)) return name;
  let out = '';
  for (const part of name.match(/[a-z0-9_.]+|[A-Z][A-Z0-9_]*|[\s\S]/gu) ?? []) {
    if (/^[a-z0-9_.]+$/.test(part)) out += part;
    else if (/^[A-Z]/.test(part)) out += `-${part.toLowerCase()}-`;
    else for (const byte of new TextEncoder().encode(part)) out += `~${byte.toString(16).padStart(2, '0')}`;
  }
  if (out.startsWith('.')) out = `~2e${out.slice(1)}`;
  return out.endsWith('-') ? out.slice(0, -1) : out;
}

/** Paths that are written in a URL as they are. */
const RE_PLAIN_PATH = /^[\w./-]*$/;

/** URL builders below one base path. */
export function routesBelow(basePath: string): Routes {
  const base = normaliseBase(basePath);
  const encode = (path: string) =>
    RE_PLAIN_PATH.test(path) ? path : path.split('/').map(encodeURIComponent).join('/').replaceAll('%2B', '+');
  const paged = (path: string, page = 1) => `${base}${path}/${page > 1 ? `${page}/` : ''}`;
  return {
    base,
    home: base,
    search: `${base}search/`,
    status: `${base}status/`,
    explain: `${base}explain/`,
    names: `${base}names/`,
    freshness: (page) => paged('freshness', page),
    map: `${base}map/`,
    lab: `${base}lab/`,
    links: `${base}links/`,
    book: `${base}book/`,
    glossary: `${base}glossary/`,
    collection: (kind, page) => paged(COLLECTION_OF[kind], page),
    entry: (id, anchor) => `${base}${encode(id)}/${anchor ? `#${encodeURIComponent(anchor)}` : ''}`,
    entity: (id) => `${base}name/${escapeName(id)}/`,
    namePage: (letter, page) => paged(`names/${letter === '#' ? 'other' : letter}`, page),
    asset: (path) => `${base}${path}`,
  };
}
