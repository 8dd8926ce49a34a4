/**
 * The one site of a run, shared between the command that compiles it and the pages that print it. Astro loads pages and loaders as module
 * graphs of their own, so that a module's state would exist once a graph; the process is what they share.
 */
import type { SiteModel } from './site-model.ts';

const KEY = Symbol.for('kernel-notes.current-site');
const shared = globalThis as { [KEY]?: SiteModel };

/** Makes `site` the one that pages print. */
export function provideSite(site: SiteModel): void {
  shared[KEY] = site;
}

/** The site of this run. Throws when none was compiled: pages are printed by the project's own commands only. */
export function currentSite(): SiteModel {
  const site = shared[KEY];
  if (site === undefined) throw new Error('No notes were compiled. Build with `npm run build`, not with Astro itself.');
  return site;
}
