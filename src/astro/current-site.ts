/**
 * The one site of a run, shared between the command that compiles it and the pages that print it. Astro loads pages and loaders as module
 * graphs of their own, so that a module's state would exist once a graph; the process is what they share.
 */
import type { SiteModel } from './site-model.ts';

const KEY = Symbol.for('kernel-notes.current-site');
const shared = globalThis as { [KEY]?: { readonly model: SiteModel; readonly stale: ReadonlySet<string> | undefined } };

/** Makes `model` the site that pages print. `stale` are the pages that have to be, by their path below the base; all when left out. */
export function provideSite(model: SiteModel, stale?: ReadonlySet<string>): void {
  shared[KEY] = { model, stale };
}

/** The site of this run. Throws when none was compiled: pages are printed by the project's own commands only. */
export function currentSite(): SiteModel {
  const current = shared[KEY];
  if (current === undefined)
    throw new Error('No notes were compiled. Build with `npm run build`, not with Astro itself.');
  return current.model;
}

/** `true` when the page at `url` must be printed in this run. */
export function isToBePrinted(url: string): boolean {
  const current = shared[KEY];
  return (
    current?.stale === undefined || current.stale.has(decodeURIComponent(url.slice(current.model.info.base.length)))
  );
}
