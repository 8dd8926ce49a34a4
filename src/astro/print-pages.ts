/** Prints the pages of the current site with the program that Astro compiled them to. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { RouteData } from 'astro';
import { StaticPaths, type StaticPathsApp } from 'astro/runtime/prerender/static-paths.js';

/** The part of Astro's prerender entry that printing needs. */
export interface PrerenderApp extends StaticPathsApp {
  readonly logger: unknown;
  setInternals(internals: unknown): void;
  setOptions(options: unknown): void;
  render(request: Request, options: { readonly routeData: RouteData }): Promise<Response>;
}

/** Prints every page that the program's routes ask for into `outDir`. Throws when a page fails. */
export async function printPages(app: PrerenderApp, base: string, outDir: string): Promise<void> {
  const printed = new Set<string>();
  const folders = new Set<string>();
  for (const { pathname, route } of await new StaticPaths(app).getAll()) {
    const path = pathname.replace(/^\/|\/$/g, '');
    const file = fileOf(path, route);
    if (printed.has(file)) continue; // The first route that claims an address has it.
    printed.add(file);
    const slash = route.type === 'endpoint' || path === '' ? '' : '/';
    const request = new Request(new URL(`${base}${path}${slash}`, 'http://localhost'));
    const response = await app.render(request, { routeData: route });
    if (!response.ok && file !== '404.html') throw new Error(`${path || '/'}: the page answered ${response.status}`);
    const target = resolve(outDir, file);
    const folder = dirname(target);
    if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
    folders.add(folder);
    writeFileSync(target, Buffer.from(await response.arrayBuffer()));
  }
}

/** File of a page below the output folder: pages are folders, endpoints files, and the page for unknown addresses has a name that servers know. */
function fileOf(path: string, { type }: RouteData): string {
  if (type === 'endpoint') return path;
  if (path === '404') return '404.html';
  return path === '' ? 'index.html' : `${path}/index.html`;
}
