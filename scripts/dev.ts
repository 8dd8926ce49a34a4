/** `npm run dev`: serves the site and keeps it as the notes are. An edited note is compiled again and the open pages reload. */
import { watch } from 'node:fs';
import { resolve } from 'node:path';
import { dev } from 'astro';
import { provideSite } from '../src/astro/current-site.ts';
import { Phases } from '../src/astro/phases.ts';
import { openShippedKernel, prepareSite } from '../src/astro/prepare-site.ts';
import { PROJECT_DIR, readSiteSettings } from '../src/site.ts';
import { SettingsError } from '../src/sources/settings-error.ts';

/** Editors write a file in several steps; changes within this time are one. */
const SETTLE_MS = 25;
const VIEWS = resolve(PROJECT_DIR, 'src/astro/site-views.ts');

try {
  const site = { ...readSiteSettings(process.env, process.cwd()), isDev: true };
  const kernel = openShippedKernel();
  const prepare = async (): Promise<void> => provideSite((await prepareSite(site, new Phases(), kernel)).model);
  await prepare();
  const server = await dev({
    root: PROJECT_DIR,
    base: site.base,
    logLevel: 'warn',
    server: { port: Number(process.env.PORT ?? 4321) },
  });
  process.stdout.write(`http://localhost:${server.address.port}${site.base}\n`);

  let timer: NodeJS.Timeout | undefined;
  let isBusy = false;
  let isStale = false;
  const refresh = async (): Promise<void> => {
    isStale = true;
    if (isBusy) return;
    isBusy = true;
    while (isStale) {
      isStale = false;
      await prepare();
      // As if the module of the views had changed: pages and lists of routes are asked for again, and open pages reload.
      server.watcher.emit('change', VIEWS);
    }
    isBusy = false;
  };
  for (const { dir } of site.roots) {
    watch(dir, { recursive: true }, () => {
      clearTimeout(timer);
      timer = setTimeout(() => void refresh(), SETTLE_MS);
    });
  }
} catch (problem) {
  if (!(problem instanceof SettingsError)) throw problem;
  process.stderr.write(`${problem.message}\n${problem.hint}\n`);
  process.exitCode = 2;
}
