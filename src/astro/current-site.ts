/**
 * The one site of a run, shared between the command that compiles it and the pages that print it. Astro loads pages and loaders as module
 * graphs of their own, so that a module's state would exist once a graph; the process is what they share.
 */
import { type PagePlan, pathOf } from './page-plan.ts';
import type { SiteModel } from './site-model.ts';

const KEY = Symbol.for('kernel-notes.current-site');
const shared = globalThis as { [KEY]?: { readonly model: SiteModel; readonly plan: PagePlan | undefined } };

/** Makes `model` the site that pages print. `plan` tells which of them have to be; all when left out. */
export function provideSite(model: SiteModel, plan?: PagePlan): void {
  shared[KEY] = { model, plan };
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
  return current?.plan === undefined || current.plan.isStale(pathOf(url, current.model.info.base));
}

/** Tells the plan what a page is given, and returns it. */
export function noteView<View>(url: string, view: View, shown: unknown = view): View {
  shared[KEY]?.plan?.note(url, shown);
  return view;
}
