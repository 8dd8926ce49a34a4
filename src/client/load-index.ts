import type { LoadText } from '../search/search-session.ts';

/** Loads files of the index that lies below `base`, a path or the address of another site; each takes `timeoutMs` at most. */
export function indexLoader(base: string, timeoutMs?: number): LoadText {
  return async (path) => {
    const response = await fetch(`${base}search/${path}`, {
      // Only the manifest keeps its name when its content changes.
      ...(path === 'index.json' ? { cache: 'no-cache' } : {}),
      ...(timeoutMs === undefined ? {} : { signal: AbortSignal.timeout(timeoutMs) }),
      credentials: 'same-origin',
      referrerPolicy: 'no-referrer',
    });
    if (!response.ok) throw new Error(`${response.status} for search/${path}`);
    return response.text();
  };
}
