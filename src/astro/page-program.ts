/**
 * The pages as a program. Astro compiles pages and what browsers fetch beside them from the project's sources alone, which takes as long
 * for one note as for thousands; so it is done once for a state of the sources, a base path and an origin, and kept. A build then only runs
 * the program, over the notes of the day.
 */
import { hash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AstroIntegration, AstroPrerenderer } from 'astro';
import { z } from 'zod';
import { PROJECT_DIR, type SiteSettings } from '../site.ts';
import { PROGRAMS_DIR } from './cache-dir.ts';
import { hashFiles, listFiles } from './hash-files.ts';
import type { PrerenderApp } from './print-pages.ts';

export interface PageProgram {
  /** Folder of the scripts, style sheets and public files that belong to the pages. */
  readonly clientDir: string;
  readonly app: PrerenderApp;
}

type Site = Pick<SiteSettings, 'base' | 'siteUrl'>;

/** Programs that are kept: a project is seldom built for more base paths than this. */
const KEPT = 6;
const RECORD = 'program.json';

/** What the program asks Astro's build for while it prints: the style sheets of each page, by route and component. */
const recordSchema = z.object({
  version: z.literal(1),
  entry: z.string(),
  styles: z.array(
    z.tuple([
      z.string(),
      z.array(z.object({ depth: z.number(), order: z.number(), sheet: z.record(z.string(), z.unknown()) })),
    ]),
  ),
});
type ProgramRecord = z.infer<typeof recordSchema>;

/** Opens the pages' program for a site, compiled if it is not there. Throws what Astro throws when a page does not compile. */
export async function openPageProgram(site: Site): Promise<PageProgram> {
  const dir = resolve(PROGRAMS_DIR, programVersion(site));
  if (!existsSync(resolve(dir, RECORD))) {
    await compilePages(site, dir);
    forgetOldPrograms();
  }
  const { entry, styles } = recordSchema.parse(JSON.parse(readFileSync(resolve(dir, RECORD), 'utf8')));
  const { app } = (await import(pathToFileURL(resolve(dir, 'server', entry)).href)) as { readonly app: PrerenderApp };
  app.setInternals({
    pagesByKeys: new Map(styles.map(([key, sheets]) => [key, { styles: sheets }])),
    entrySpecifierToBundleMap: new Map(),
  });
  app.setOptions({ settings: { scripts: [] }, logger: app.logger });
  return { clientDir: resolve(dir, 'client'), app };
}

/** Digest of all that the program is made from; notes and data are not among it. */
function programVersion({ base, siteUrl }: Site): string {
  const content = resolve(PROJECT_DIR, 'src/content');
  const sources = listFiles([resolve(PROJECT_DIR, 'src'), resolve(PROJECT_DIR, 'public')]).filter(
    (file) => !file.startsWith(content),
  );
  const settings = ['astro.config.ts', 'tsconfig.json', 'package-lock.json'].map((file) => resolve(PROJECT_DIR, file));
  const parts = [
    PROJECT_DIR,
    process.version,
    base,
    siteUrl ?? '',
    sources.join('\n'),
    hashFiles([...sources, ...settings]),
  ];
  return hash('sha256', JSON.stringify(parts), 'hex').slice(0, 16);
}

/** Lets Astro compile pages and client, and print none; puts what it made to `dir` in one step. */
async function compilePages({ base, siteUrl }: Site, dir: string): Promise<void> {
  // Loaded only here: Astro and its bundler take a CPU second to load.
  const { build } = await import('astro');
  const work = `${dir}.${process.pid}`;
  const clientDir = resolve(work, 'client');
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  await build({
    root: PROJECT_DIR,
    base,
    outDir: clientDir,
    logLevel: 'error',
    integrations: [keepProgram(clientDir, work)],
    ...(siteUrl === undefined ? {} : { site: siteUrl }),
  });
  try {
    renameSync(work, dir);
  } catch (problem) {
    // Another build made the same program in the meantime.
    if (!existsSync(resolve(dir, RECORD))) throw problem;
    rmSync(work, { recursive: true, force: true });
  }
}

/** Takes the program out of Astro's build before that deletes it. */
function keepProgram(clientDir: string, work: string): AstroIntegration {
  let pages: ReadonlyMap<string, { readonly styles: ProgramRecord['styles'][number][1] }> = new Map();
  const keep = (): void => {
    const made = resolve(clientDir, '.prerender');
    const entry = readdirSync(made).find((name) => name.startsWith('prerender-entry.'));
    if (entry === undefined) throw new Error(`Astro left no entry in ${made}`);
    cpSync(made, resolve(work, 'server'), { recursive: true });
    const styles = [...pages].map(([key, page]): ProgramRecord['styles'][number] => [key, page.styles]);
    const record: ProgramRecord = { version: 1, entry, styles };
    writeFileSync(resolve(work, RECORD), JSON.stringify(record));
  };
  const prerenderer: AstroPrerenderer = {
    name: 'kernel-notes:keep-program',
    setup: async () => keep(),
    getStaticPaths: async () => [],
    render: async () => new Response(),
  };
  return {
    name: 'kernel-notes:keep-program',
    hooks: {
      'astro:build:start': ({ setPrerenderer }) => setPrerenderer(() => prerenderer),
      'astro:build:setup': (options) => {
        pages = options.pages as unknown as typeof pages;
      },
    },
  };
}

/** Deletes all but the programs that were made last. */
function forgetOldPrograms(): void {
  const dirs = readdirSync(PROGRAMS_DIR, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.includes('.'))
    .map(({ name }) => resolve(PROGRAMS_DIR, name));
  const byAge = dirs.map((dir) => ({ dir, made: statSync(dir).mtimeMs })).sort((a, b) => b.made - a.made);
  for (const { dir } of byAge.slice(KEPT)) rmSync(dir, { recursive: true, force: true });
}
