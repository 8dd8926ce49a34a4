import type { LoadText } from '../search/search-session.ts';

/** Loads files of the index that lies below `base`, a path or the address of another site. */
export function indexLoader(base: string): LoadText {
  return async (path) => {
    // Only the manifest keeps its name when its content changes.
    const response = await fetch(`${base}search/${path}`, path === 'index.json' ? { cache: 'no-cache' } : {});
    if (!response.ok) throw new Error(`${response.status} for search/${path}`);
    return response.text();
  };
}
